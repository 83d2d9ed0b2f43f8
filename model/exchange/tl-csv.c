/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Comma-separated values after RFC 4180, in UTF-8. A cell that a spreadsheet would take for a formula is written with
 * an apostrophe before it, which is taken away again on reading. */
#include "config.h"

#include "model/exchange/tl-csv.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/exchange/tl-problem.h"

#define BYTE_ORDER_MARK "\xef\xbb\xbf"

typedef struct {
  const char *at;
  const char *end;
  guint       line;
  GString    *cell;  /* owned */
  GPtrArray  *cells; /* owned, of char* */
  GPtrArray  *problems;
} Parser;

static gboolean
is_formula (const char *text)
{
  return text[0] != '\0' && strchr ("=+-@", text[0]) != NULL;
}

static void
row_free (void *data)
{
  TlCsvRow *row = data;

  g_strfreev (row->cells);
  g_free (row);
}

static void
end_cell (Parser *parser)
{
  const char *text = parser->cell->str;
  const char *plain = text + strspn (text, "'");

  if (plain > text && is_formula (plain))
    text++;
  g_ptr_array_add (parser->cells, g_strdup (text));
  g_string_truncate (parser->cell, 0);
}

/* From after the opening quotation mark to after the closing one. */
static gboolean
read_quoted (Parser *parser)
{
  guint first = parser->line;

  for (; parser->at < parser->end; parser->at++)
    {
      if (*parser->at == '"')
        {
          parser->at++;
          if (parser->at == parser->end || *parser->at != '"')
            return TRUE;
        }
      parser->line += *parser->at == '\n';
      g_string_append_c (parser->cell, *parser->at);
    }
  tl_problems_add (parser->problems, TL_PROBLEM_NOT_WELL_FORMED, first,
                   _("A quotation mark opens here and is never closed."));
  return FALSE;
}

static gboolean
read_plain (Parser *parser)
{
  for (; parser->at < parser->end && strchr (",\r\n", *parser->at) == NULL; parser->at++)
    {
      if (*parser->at == '"')
        {
          tl_problems_add (parser->problems, TL_PROBLEM_NOT_WELL_FORMED, parser->line,
                           _("A quotation mark stands inside a cell. Put the whole cell in quotation marks and write "
                             "this one twice."));
          return FALSE;
        }
      g_string_append_c (parser->cell, *parser->at);
    }
  return TRUE;
}

/* Whether the row goes on after a cell; takes the comma or the end of the line. */
static gboolean
take_separator (Parser   *parser,
                gboolean *good)
{
  if (parser->at == parser->end)
    return FALSE;
  if (*parser->at == ',')
    {
      parser->at++;
      return TRUE;
    }
  if (*parser->at == '\r')
    parser->at++;
  if (parser->at < parser->end && *parser->at == '\n')
    parser->at++;
  else if (parser->at[-1] != '\r')
    {
      tl_problems_add (parser->problems, TL_PROBLEM_NOT_WELL_FORMED, parser->line,
                       _("After a closing quotation mark there must be a comma or the end of the line."));
      *good = FALSE;
      return FALSE;
    }
  parser->line++;
  return FALSE;
}

static gboolean
read_row (Parser    *parser,
          GPtrArray *rows)
{
  guint line = parser->line;
  gboolean good = TRUE;

  do
    {
      gboolean quoted = parser->at < parser->end && *parser->at == '"';

      if (quoted)
        parser->at++;
      if (!(quoted ? read_quoted (parser) : read_plain (parser)))
        return FALSE;
      end_cell (parser);
      if (parser->cells->len > TL_CSV_MAX_COLUMNS)
        {
          tl_problems_add (parser->problems, TL_PROBLEM_TOO_LARGE, line, _("The row has more than %d cells."),
                           TL_CSV_MAX_COLUMNS);
          return FALSE;
        }
    }
  while (take_separator (parser, &good));

  /* an empty line is no row */
  if (good && (parser->cells->len > 1 || *(char *) parser->cells->pdata[0] != '\0'))
    {
      TlCsvRow *row = g_new0 (TlCsvRow, 1);

      row->line = line;
      row->n_cells = parser->cells->len;
      g_ptr_array_add (parser->cells, NULL);
      row->cells = (char **) g_ptr_array_steal (parser->cells, NULL);
      g_ptr_array_add (rows, row);
    }
  else
    g_ptr_array_set_size (parser->cells, 0);
  return good;
}

static gboolean
check_text (const char *text,
            gsize       length,
            GPtrArray  *problems)
{
  const char *bad;
  guint line = 1;

  if (length > TL_CSV_MAX_BYTES)
    return tl_problems_add (problems, TL_PROBLEM_TOO_LARGE, 0, _("The file is larger than %d MB."),
                            TL_CSV_MAX_BYTES / (1024 * 1024)) && FALSE;
  if (g_utf8_validate_len (text, length, &bad))
    return TRUE;

  for (const char *p = text; p < bad; p++)
    line += *p == '\n';
  tl_problems_add (problems, TL_PROBLEM_ENCODING, line, _("The text is not UTF-8. Save the table as UTF-8."));
  return FALSE;
}

/**
 * tl_csv_parse:
 * @bytes: the contents of a file
 * @problems: (element-type TlProblem): where to say what is wrong with it
 *
 * Reads a table. A byte order mark is passed over, and so are empty lines. Lines may end in LF, CR LF or CR.
 *
 * Returns: (transfer full) (element-type TlCsvRow): the rows, up to the first problem
 */
GPtrArray *
tl_csv_parse (GBytes    *bytes,
              GPtrArray *problems)
{
  g_return_val_if_fail (bytes != NULL && problems != NULL, NULL);

  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);
  GPtrArray *rows = g_ptr_array_new_with_free_func (row_free);

  if (length == 0 || !check_text (text, length, problems))
    return rows;

  Parser parser = { .at = text, .end = text + length, .line = 1, .problems = problems };

  parser.cell = g_string_new (NULL);
  parser.cells = g_ptr_array_new_with_free_func (g_free);
  if (length >= 3 && memcmp (text, BYTE_ORDER_MARK, 3) == 0)
    parser.at += 3;

  while (parser.at < parser.end)
    if (!read_row (&parser, rows))
      break;

  g_string_free (parser.cell, TRUE);
  g_ptr_array_unref (parser.cells);
  return rows;
}

/**
 * tl_csv_check_row:
 * @row: a row
 * @header: the first row of the table
 * @problems: (element-type TlProblem): where to say what is wrong
 *
 * Returns: whether @row has as many cells as @header
 */
gboolean
tl_csv_check_row (const TlCsvRow *row,
                  const TlCsvRow *header,
                  GPtrArray      *problems)
{
  g_return_val_if_fail (row != NULL && header != NULL && problems != NULL, FALSE);

  if (row->n_cells != header->n_cells)
    tl_problems_add (problems, TL_PROBLEM_MISSING, row->line, _("The row has %u cells where the first has %u."),
                     row->n_cells, header->n_cells);
  return row->n_cells == header->n_cells;
}

/**
 * tl_csv_append_cell:
 * @out: a row; a comma is put before all but its first cell
 * @text: (nullable): the text of the cell
 *
 * Appends a cell that tl_csv_parse() gives back as it was, and that no spreadsheet takes for a formula.
 */
void
tl_csv_append_cell (GString    *out,
                    const char *text)
{
  g_return_if_fail (out != NULL);

  if (out->len > 0 && out->str[out->len - 1] != '\n')
    g_string_append_c (out, ',');
  if (text == NULL)
    text = "";

  gboolean formula = is_formula (text + strspn (text, "'"));

  /* An empty cell at the beginning of a row has to show, for the comma after it; and what looks like a byte order mark
   * at the beginning of the table would be passed over. */
  if (text[0] != '\0' && strpbrk (text, ",\"\r\n") == NULL && !g_str_has_prefix (text, BYTE_ORDER_MARK))
    {
      g_string_append (out, formula ? "'" : "");
      g_string_append (out, text);
      return;
    }
  g_string_append (out, formula ? "\"'" : "\"");
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (out, '"');
      g_string_append_c (out, *p);
    }
  g_string_append_c (out, '"');
}
