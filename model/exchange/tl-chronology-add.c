/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A chronology taken into a review: each row that is understood becomes an event, with the agencies and roles that the
 * review has or, where it has none of that name, new ones. */
#include "config.h"

#include "model/exchange/tl-chronology.h"

#include <glib/gi18n-lib.h>

#include "model/case/tl-narrative-edit.h"

typedef struct {
  TlEdit     *edit;
  GHashTable *ids[2]; /* folded label → id, of agencies and of roles */
} Adding;

enum { AGENCIES, ROLES };

static const char *const kinds[] = { "agency", "role" };

static char *
fold (const char *label)
{
  g_autofree char *stripped = g_strstrip (g_strdup (label));
  return g_utf8_casefold (stripped, -1);
}

static GHashTable *
collect (TlReview   *review,
         const char *kind)
{
  GHashTable *ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  TlRecordList *list = tl_review_get_list (review, kind);

  for (guint i = 0; i < tl_record_list_get_n (list); i++)
    {
      TlRecord *record = tl_record_list_get (list, i);
      const char *label = tl_record_get_text (record, "label");

      if (label != NULL)
        g_hash_table_insert (ids, fold (label), g_strdup (tl_record_get_id (record)));
    }
  return ids;
}

/* Returns: (nullable): the id of who is called @label */
static const char *
need (Adding      *adding,
      guint        which,
      const char  *label,
      const char  *agency_id,
      GError     **error)
{
  g_autofree char *stripped = g_strstrip (g_strdup (label));
  g_autofree char *key = fold (label);
  const char *id = g_hash_table_lookup (adding->ids[which], key);

  if (id != NULL)
    return id;
  char *added = tl_edit_add (adding->edit, kinds[which], NULL, error);
  if (added == NULL)
    return NULL;
  g_hash_table_insert (adding->ids[which], g_steal_pointer (&key), added);
  if (!tl_edit_set (adding->edit, added, "label", stripped, error)
      || (which == ROLES && agency_id != NULL && !tl_edit_set (adding->edit, added, "agency", agency_id, error)))
    return NULL;
  return added;
}

/* Several names in a cell stand on lines of their own or have semicolons between. */
static gboolean
need_all (Adding      *adding,
          guint        which,
          const char  *text,
          const char  *agency_id,
          GPtrArray   *ids,
          GError     **error)
{
  g_auto (GStrv) labels = g_strsplit_set (text != NULL ? text : "", ";\n", -1);

  for (guint i = 0; labels[i] != NULL; i++)
    {
      const char *id;

      if (*g_strstrip (labels[i]) == '\0')
        continue;
      id = need (adding, which, labels[i], agency_id, error);
      if (id == NULL)
        return FALSE;
      if (!g_ptr_array_find (ids, id, NULL))
        g_ptr_array_add (ids, (gpointer) id);
    }
  return TRUE;
}

static gboolean
set_date (Adding        *adding,
          const char    *id,
          const char    *field,
          gboolean       has,
          const TlDate  *date,
          GError       **error)
{
  g_autofree char *text = has ? tl_date_dup_edtf (date) : NULL;

  return !has || tl_edit_set (adding->edit, id, field, text, error);
}

/* What does not fit into the title, and where it comes from. */
static char *
dup_detail (const TlChronologyRow *row,
            const char            *title)
{
  GString *detail = g_string_new (NULL);
  const char *event = row->texts[TL_CHRONOLOGY_EVENT], *more = row->texts[TL_CHRONOLOGY_DETAIL];

  if (event != NULL && g_strcmp0 (event, title) != 0)
    g_string_append (detail, event);
  if (more != NULL && g_strcmp0 (more, title) != 0)
    g_string_append_printf (detail, "%s%s", detail->len > 0 ? "\n\n" : "", more);
  if (row->texts[TL_CHRONOLOGY_SOURCE] != NULL)
    {
      g_string_append (detail, detail->len > 0 ? "\n\n" : "");
      g_string_append_printf (detail, _("Source: %s"), row->texts[TL_CHRONOLOGY_SOURCE]);
    }
  return g_string_free (detail, FALSE);
}

static gboolean
add_row (Adding                 *adding,
         const TlChronologyRow  *row,
         GError                **error)
{
  g_autofree char *id = tl_edit_add (adding->edit, "event", NULL, error);
  g_autofree char *title = tl_chronology_row_dup_title (row);
  g_autofree char *detail = dup_detail (row, title);
  g_autoptr (GPtrArray) agencies = g_ptr_array_new ();
  g_autoptr (GPtrArray) roles = g_ptr_array_new ();

  if (id == NULL || !tl_edit_set (adding->edit, id, "title", title, error)
      || !set_date (adding, id, "date", row->dated, &row->date, error)
      || !set_date (adding, id, "until", row->has_until, &row->until, error)
      || (detail[0] != '\0' && !tl_edit_set (adding->edit, id, "detail", detail, error))
      || !need_all (adding, AGENCIES, row->texts[TL_CHRONOLOGY_AGENCY], NULL, agencies, error))
    return FALSE;

  /* A new role belongs to the agency only where there is one. */
  const char *agency_id = agencies->len == 1 ? g_ptr_array_index (agencies, 0) : NULL;
  if (!need_all (adding, ROLES, row->texts[TL_CHRONOLOGY_ROLE], agency_id, roles, error))
    return FALSE;
  for (guint i = 0; i < roles->len; i++)
    {
      g_autofree char *account
          = tl_narrative_edit_add_account (adding->edit, id, g_ptr_array_index (roles, i), error);
      if (account == NULL)
        return FALSE;
    }
  g_ptr_array_add (agencies, NULL);
  return agencies->len == 1
         || tl_edit_set_list (adding->edit, id, "agencies", (const char *const *) agencies->pdata, error);
}

/**
 * tl_chronology_add:
 * @review: a review
 * @error: return location
 *
 * Adds all rows that are understood, in one edit. An account of a role is begun for whoever is named; what they saw and
 * from when they knew is not in a chronology.
 *
 * Returns: %FALSE with @error, and then nothing was added
 */
gboolean
tl_chronology_add (const TlChronology  *self,
                   TlReview            *review,
                   GError             **error)
{
  g_return_val_if_fail (self != NULL && TL_IS_REVIEW (review), FALSE);

  if (tl_chronology_count (self) == 0)
    return TRUE;

  /* Translators: what a change is called in the history; a file name. */
  g_autofree char *label = g_strdup_printf (_("Import of chronology %s"), self->name);
  Adding adding = { .edit = tl_edit_begin (review, label, error) };
  gboolean done = TRUE;

  if (adding.edit == NULL)
    return FALSE;
  adding.ids[AGENCIES] = collect (review, "agency");
  adding.ids[ROLES] = collect (review, "role");
  for (guint i = 0; done && i < self->rows->len; i++)
    {
      const TlChronologyRow *row = g_ptr_array_index (self->rows, i);
      done = row->refusal != NULL || add_row (&adding, row, error);
    }
  g_hash_table_unref (adding.ids[AGENCIES]);
  g_hash_table_unref (adding.ids[ROLES]);

  g_autofree char *change = tl_edit_finish (adding.edit, done, error);
  return change != NULL;
}
