/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A path, a loop or a match as the canvas shows it: by the ids of its factors and links, so that it outlives the graph
 * in which it was found, and in words. */
#include "config.h"

#include "ui/canvas/tl-sight-item.h"

#include <glib/gi18n.h>

static const char *
get_statement (TlRecord *factor)
{
  const char *statement = tl_record_get_text (factor, "statement");

  return statement != NULL ? statement : _("No statement yet");
}

static GStrv
dup_link_ids (const TlGraph *graph,
              const GArray  *links)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();

  for (guint i = 0; i < links->len; i++)
    g_strv_builder_add (ids, tl_record_get_id (tl_graph_get_link (graph, g_array_index (links, guint, i))->record));
  return g_strv_builder_end (ids);
}

/* Causes and the last effect, which in a loop is the first cause and has an id only once. */
static TlSightItem *
new_chain (const TlGraph *graph,
           const GArray  *links,
           gboolean       is_loop)
{
  TlSightItem *self = g_new0 (TlSightItem, 1);
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  g_autoptr (GString) title = g_string_new (NULL);

  for (guint i = 0; i <= links->len; i++)
    {
      const TlGraphLink *link = tl_graph_get_link (graph, g_array_index (links, guint, MIN (i, links->len - 1)));
      TlRecord *factor = tl_graph_get_factor (graph, i < links->len ? link->cause : link->effect);

      g_string_append_printf (title, i == 0 ? "%s" : " → %s", get_statement (factor));
      if (i < links->len || !is_loop)
        g_strv_builder_add (ids, tl_record_get_id (factor));
    }
  self->title = g_string_free (g_steal_pointer (&title), FALSE);
  self->factors = g_strv_builder_end (ids);
  self->links = dup_link_ids (graph, links);
  return self;
}

/**
 * tl_sight_item_new_path:
 * @links: positions of links, each beginning where the one before ends
 *
 * Returns: (transfer full): the path
 */
TlSightItem *
tl_sight_item_new_path (const TlGraph *graph,
                        const GArray  *links)
{
  return new_chain (graph, links, FALSE);
}

/**
 * tl_sight_item_new_loop:
 *
 * Returns: (transfer full): the loop; its title ends where it began
 */
TlSightItem *
tl_sight_item_new_loop (const TlGraph     *graph,
                        const TlGraphLoop *loop)
{
  TlSightItem *self = new_chain (graph, loop->links, TRUE);

  self->name = g_strdup (loop->name);
  self->polarity = loop->polarity;
  return self;
}

/**
 * tl_sight_item_new_match:
 * @record: a factor or a link
 *
 * Returns: (transfer full): the match
 */
TlSightItem *
tl_sight_item_new_match (TlRecord *record)
{
  TlSightItem *self = g_new0 (TlSightItem, 1);
  const char *const id[] = { tl_record_get_id (record), NULL };
  const char *const none[] = { NULL };
  gboolean is_factor = tl_record_is (record, "factor");
  const char *rationale = is_factor ? NULL : tl_record_get_text (record, "rationale");

  self->title = g_strdup (is_factor ? get_statement (record) : rationale != NULL ? rationale : _("Link"));
  self->factors = g_strdupv ((GStrv) (is_factor ? id : none));
  self->links = g_strdupv ((GStrv) (is_factor ? none : id));
  return self;
}

void
tl_sight_item_free (TlSightItem *self)
{
  g_free (self->name);
  g_free (self->title);
  g_strfreev (self->factors);
  g_strfreev (self->links);
  g_free (self);
}

/* All the text of @record that is declared to be searched, folded. */
static char *
fold_record (TlRecord *record)
{
  const TlKind *kind = tl_record_get_kind (record);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < kind->n_fields; i++)
    {
      const TlValue *value = tl_record_get_value (record, i);

      if ((kind->fields[i].flags & TL_FIELD_SEARCHED) != 0 && value->type == TL_VALUE_TEXT)
        g_string_append_printf (text, "%s\n", value->text);
    }
  return g_utf8_casefold (text->str, -1);
}

static gboolean
has_words (TlRecord *record,
           GStrv     words)
{
  g_autofree char *text = fold_record (record);

  for (guint i = 0; words[i] != NULL; i++)
    if (strstr (text, words[i]) == NULL)
      return FALSE;
  return TRUE;
}

/* As one reads: from the top, and from left to right. What was never moved has no place of its own in the file. */
static int
compare_places (gconstpointer a,
                gconstpointer b)
{
  TlRecord *first = *(TlRecord *const *) a, *second = *(TlRecord *const *) b;
  const char *const fields[] = { "y", "x" };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      gint64 one = tl_record_get_int (first, fields[i], 0), other = tl_record_get_int (second, fields[i], 0);

      if (one != other)
        return one < other ? -1 : 1;
    }
  return g_strcmp0 (tl_record_get_id (first), tl_record_get_id (second));
}

static void
add_matches (GPtrArray  *items,
             TlReview   *review,
             const char *kind,
             GStrv       words)
{
  TlRecordList *list = tl_review_get_list (review, kind);
  g_autoptr (GPtrArray) records = g_ptr_array_new ();

  for (guint i = 0; i < tl_record_list_get_n (list); i++)
    if (has_words (tl_record_list_get (list, i), words))
      g_ptr_array_add (records, tl_record_list_get (list, i));
  if (g_str_equal (kind, "factor"))
    g_ptr_array_sort (records, compare_places);
  for (guint i = 0; i < records->len; i++)
    g_ptr_array_add (items, tl_sight_item_new_match (g_ptr_array_index (records, i)));
}

/**
 * tl_sight_items_find:
 * @words: as typed; nothing matches no words
 *
 * Returns: (transfer full) (element-type TlSightItem): the factors, then the links, in which all of @words occur
 */
GPtrArray *
tl_sight_items_find (TlReview   *review,
                     const char *words)
{
  GPtrArray *items = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_sight_item_free);
  g_autofree char *folded = g_utf8_casefold (words, -1);
  g_auto (GStrv) parts = g_strsplit_set (folded, " \t\n", -1);
  gboolean is_empty = TRUE;

  for (guint i = 0; parts[i] != NULL; i++)
    is_empty = is_empty && *parts[i] == '\0';
  if (is_empty)
    return items;
  add_matches (items, review, "factor", parts);
  add_matches (items, review, "link", parts);
  return items;
}
