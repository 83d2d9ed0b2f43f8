/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A chronology as agencies write it, a table with a row for each event, read so that a person can see what is
 * understood of it before anything is added. Columns are found by their headings. */
#include "config.h"

#include "model/exchange/tl-chronology.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/base/tl-error.h"
#include "model/base/tl-load.h"
#include "model/base/tl-text.h"
#include "model/exchange/tl-csv.h"
#include "model/exchange/tl-problem.h"

/* A title is a line; what is longer belongs to the detail. */
#define MAX_TITLE 160
#define MAX_NAMES 12

/* What columns are called, in lower case and without signs; the first is what we call them. */
static const char *const names[TL_CHRONOLOGY_N_COLUMNS][MAX_NAMES] = {
  [TL_CHRONOLOGY_DATE] = { "date", "when", "date of event", "event date", "start date", "date from", "from" },
  [TL_CHRONOLOGY_TIME] = { "time", "time of event", "event time", "start time" },
  [TL_CHRONOLOGY_UNTIL] = { "until", "to", "date to", "end date", "end" },
  [TL_CHRONOLOGY_AGENCY] = { "agency", "agencies", "organisation", "organization", "service", "agency service" },
  [TL_CHRONOLOGY_ROLE] = { "role", "roles", "who", "person", "professional", "practitioner", "worker", "staff" },
  [TL_CHRONOLOGY_EVENT] = { "event", "what happened", "significant event", "title", "summary", "contact", "incident",
                            "event summary", "what" },
  [TL_CHRONOLOGY_DETAIL] = { "detail", "details", "description", "notes", "note", "comment", "comments", "outcome",
                             "action taken", "event detail" },
  [TL_CHRONOLOGY_SOURCE] = { "source", "source of information", "sources", "reference", "record", "source document",
                             "evidence" },
};

static void
row_free (gpointer data)
{
  TlChronologyRow *row = data;

  for (guint i = 0; i < TL_CHRONOLOGY_N_COLUMNS; i++)
    g_free (row->texts[i]);
  g_free (row->refusal);
  g_free (row);
}

void
tl_chronology_free (TlChronology *self)
{
  g_return_if_fail (self != NULL);

  for (guint i = 0; i < TL_CHRONOLOGY_N_COLUMNS; i++)
    g_free (self->headings[i]);
  g_ptr_array_unref (self->rows);
  g_free (self->name);
  g_free (self->ignored);
  g_free (self);
}

/* Headings */

/* "Agency / Service:" becomes "agency service". */
static char *
normalise (const char *heading)
{
  g_autofree char *lower = g_utf8_strdown (heading, -1);
  GString *plain = g_string_new (NULL);

  for (const char *p = lower; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isalnum (c))
        g_string_append_unichar (plain, c);
      else if (plain->len > 0 && plain->str[plain->len - 1] != ' ')
        g_string_append_c (plain, ' ');
    }
  if (plain->len > 0 && plain->str[plain->len - 1] == ' ')
    g_string_truncate (plain, plain->len - 1);
  return g_string_free (plain, FALSE);
}

static int
find_column (const char *heading)
{
  g_autofree char *plain = normalise (heading);

  for (int i = 0; i < TL_CHRONOLOGY_N_COLUMNS; i++)
    for (guint j = 0; j < MAX_NAMES && names[i][j] != NULL; j++)
      if (strcmp (plain, names[i][j]) == 0)
        return i;
  return -1;
}

/* Returns: whether there is enough to go by */
static gboolean
read_headings (TlChronology   *self,
               const TlCsvRow *row,
               int            *places,
               GError        **error)
{
  g_autoptr (GString) ignored = g_string_new (NULL);

  for (guint i = 0; i < TL_CHRONOLOGY_N_COLUMNS; i++)
    places[i] = -1;
  for (guint i = 0; i < row->n_cells; i++)
    {
      int column = find_column (row->cells[i]);

      if (column >= 0 && places[column] < 0)
        {
          places[column] = (int) i;
          self->headings[column] = g_strdup (row->cells[i]);
        }
      else if (row->cells[i][0] != '\0')
        g_string_append_printf (ignored, "%s%s", ignored->len > 0 ? ", " : "", row->cells[i]);
    }
  if (ignored->len > 0)
    self->ignored = g_strdup (ignored->str);
  if (places[TL_CHRONOLOGY_EVENT] >= 0 || places[TL_CHRONOLOGY_DETAIL] >= 0)
    return TRUE;
  g_set_error (error, TL_ERROR, TL_ERROR_INVALID,
               _("%s, line %u: No column says what happened. The first line has to name the columns: date, time, "
                 "agency, role, event, detail, source; of these, event or detail must be there."),
               self->name, row->line);
  return FALSE;
}

/* Rows */

static char *
refuse (const char *heading,
        const char *text,
        GError     *error)
{
  g_autofree char *shortened = tl_text_shorten (text, 40);

  return g_strdup_printf (_("%s “%s” is not understood: %s"), heading, shortened, error->message);
}

static void
read_dates (TlChronologyRow    *row,
            const TlChronology *self)
{
  const char *date = row->texts[TL_CHRONOLOGY_DATE], *time = row->texts[TL_CHRONOLOGY_TIME];
  const char *until = row->texts[TL_CHRONOLOGY_UNTIL];
  g_autoptr (GError) error = NULL;

  if (date == NULL && time != NULL)
    {
      row->refusal = g_strdup_printf (_("There is a time, “%s”, and no date."), time);
      return;
    }
  if (date != NULL)
    {
      g_autofree char *whole = time != NULL ? g_strdup_printf ("%s, %s", date, time) : g_strdup (date);

      row->dated = tl_date_read (whole, &row->date, &error);
      if (!row->dated)
        {
          row->refusal = refuse (self->headings[TL_CHRONOLOGY_DATE], whole, error);
          return;
        }
    }
  if (until != NULL)
    {
      row->has_until = tl_date_read (until, &row->until, &error);
      if (!row->has_until)
        row->refusal = refuse (self->headings[TL_CHRONOLOGY_UNTIL], until, error);
    }
}

static TlChronologyRow *
read_row (const TlChronology *self,
          const TlCsvRow     *cells,
          const int          *places)
{
  TlChronologyRow *row = g_new0 (TlChronologyRow, 1);

  row->line = cells->line;
  for (guint i = 0; i < TL_CHRONOLOGY_N_COLUMNS; i++)
    {
      g_autofree char *text
          = places[i] >= 0 && places[i] < (int) cells->n_cells ? g_strdup (cells->cells[places[i]]) : NULL;

      if (text != NULL && *g_strstrip (text) != '\0')
        row->texts[i] = g_steal_pointer (&text);
    }
  if (row->texts[TL_CHRONOLOGY_EVENT] == NULL && row->texts[TL_CHRONOLOGY_DETAIL] == NULL)
    row->refusal = g_strdup (_("It does not say what happened."));
  else
    read_dates (row, self);
  return row;
}

static gboolean
is_blank (const TlCsvRow *row)
{
  for (guint i = 0; i < row->n_cells; i++)
    {
      if (row->cells[i][strspn (row->cells[i], " \t\r\n")] != '\0')
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_rows (TlChronology  *self,
           GPtrArray     *cells,
           GError       **error)
{
  int places[TL_CHRONOLOGY_N_COLUMNS];
  guint first = 0;

  while (first < cells->len && is_blank (g_ptr_array_index (cells, first)))
    first++;
  if (first == cells->len)
    {
      g_set_error (error, TL_ERROR, TL_ERROR_INVALID, _("%s: There is nothing in it."), self->name);
      return FALSE;
    }
  if (cells->len > TL_CHRONOLOGY_MAX_ROWS)
    {
      g_set_error (error, TL_ERROR, TL_ERROR_TOO_LARGE, _("%s: It has more than %d lines."), self->name,
                   TL_CHRONOLOGY_MAX_ROWS);
      return FALSE;
    }
  if (!read_headings (self, g_ptr_array_index (cells, first), places, error))
    return FALSE;
  for (guint i = first + 1; i < cells->len; i++)
    {
      if (is_blank (g_ptr_array_index (cells, i)))
        continue;
      TlChronologyRow *row = read_row (self, g_ptr_array_index (cells, i), places);
      self->n_refused += row->refusal != NULL;
      g_ptr_array_add (self->rows, row);
    }
  return TRUE;
}

/**
 * tl_chronology_parse:
 * @bytes: the contents of a file
 * @name: of the file, fit to be shown
 * @error: return location
 *
 * Reads a table of comma-separated values. It needs no review and may be called in any thread.
 *
 * Returns: (transfer full) (nullable): what is understood, or %NULL with @error, which names the line
 */
TlChronology *
tl_chronology_parse (GBytes      *bytes,
                     const char  *name,
                     GError     **error)
{
  g_return_val_if_fail (bytes != NULL && name != NULL, NULL);

  g_autoptr (TlChronology) self = g_new0 (TlChronology, 1);
  g_autoptr (GPtrArray) problems = tl_problems_new ();

  self->name = g_strdup (name);
  self->rows = g_ptr_array_new_with_free_func (row_free);
  if (g_bytes_get_size (bytes) > TL_CHRONOLOGY_MAX_BYTES)
    {
      g_set_error (error, TL_ERROR, TL_ERROR_TOO_LARGE, _("%s: It is larger than %d MB."), name,
                   TL_CHRONOLOGY_MAX_BYTES / (1024 * 1024));
      return NULL;
    }

  g_autoptr (GPtrArray) cells = tl_csv_parse (bytes, problems);
  if (problems->len > 0)
    {
      tl_problems_raise (problems, name, error);
      return NULL;
    }
  return read_rows (self, cells, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * tl_chronology_read:
 * @path: a file
 * @error: return location
 *
 * Returns: (transfer full) (nullable): what is understood of it, or %NULL with @error
 */
TlChronology *
tl_chronology_read (const char    *path,
                    GCancellable  *cancellable,
                    GError       **error)
{
  g_return_val_if_fail (path != NULL, NULL);

  g_autofree char *name = g_filename_display_basename (path);
  g_autoptr (GBytes) bytes = tl_load_file (path, TL_CHRONOLOGY_MAX_BYTES, cancellable, error);

  if (bytes == NULL)
    g_prefix_error (error, "%s: ", name);
  return bytes != NULL ? tl_chronology_parse (bytes, name, error) : NULL;
}

/**
 * tl_chronology_count:
 *
 * Returns: how many rows are understood
 */
guint
tl_chronology_count (const TlChronology *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->rows->len - self->n_refused;
}

/**
 * tl_chronology_dup_understood:
 *
 * Returns: (transfer full): which columns are taken for what, in a sentence
 */
char *
tl_chronology_dup_understood (const TlChronology *self)
{
  static const char *const meanings[TL_CHRONOLOGY_N_COLUMNS]
      = { N_("date"), N_("time"),          N_("until"),  N_("agency"),
          N_("role"), N_("what happened"), N_("detail"), N_("source") };
  GString *words = g_string_new (NULL);

  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < TL_CHRONOLOGY_N_COLUMNS; i++)
    {
      if (self->headings[i] == NULL)
        continue;
      if (words->len > 0)
        g_string_append (words, ", ");
      /* Translators: a heading of a table, and what it is taken for. */
      g_string_append_printf (words, _("“%s” as %s"), self->headings[i], _(meanings[i]));
    }
  g_string_prepend (words, _("Columns: "));
  g_string_append_c (words, '.');
  if (self->ignored != NULL)
    g_string_append_printf (words, _(" Not taken in: %s."), self->ignored);
  return g_string_free (words, FALSE);
}

/**
 * tl_chronology_row_dup_date:
 *
 * Returns: (transfer full): when, in words
 */
char *
tl_chronology_row_dup_date (const TlChronologyRow *row)
{
  g_return_val_if_fail (row != NULL, NULL);

  g_autofree char *date = row->dated ? tl_date_format (&row->date) : NULL;
  g_autofree char *until = row->has_until ? tl_date_format (&row->until) : NULL;

  if (date != NULL && until != NULL)
    return g_strdup_printf (_("%s to %s"), date, until);
  return g_strdup (date != NULL ? date : until != NULL ? until : _("no date"));
}

/**
 * tl_chronology_row_dup_title:
 *
 * Returns: (transfer full): what happened, in a line
 */
char *
tl_chronology_row_dup_title (const TlChronologyRow *row)
{
  g_return_val_if_fail (row != NULL, NULL);

  const char *text = row->texts[TL_CHRONOLOGY_EVENT];
  return tl_text_shorten (text != NULL ? text : row->texts[TL_CHRONOLOGY_DETAIL], MAX_TITLE);
}
