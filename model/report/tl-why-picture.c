/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The why behind a finding as a small picture: the factors it rests on, those that stand between them, and what leads
 * in by one step. Made of what leaves in a tier and of nothing else. */
#include "config.h"

#include "model/report/tl-why-picture.h"

#include "model/base/tl-error.h"
#include "model/exchange/tl-export-picture.h"

#include <glib/gi18n-lib.h>

/* A factor is between two others of the finding if it takes no more links than this from the one to the other. */
#define MAX_LINKS_BETWEEN 2

/* Ids are borrowed from the records of the export. */
typedef struct {
  TlExport   *export;  /* borrowed */
  GHashTable *records; /* owned; id → TlPlainRecord */
  GPtrArray  *links;   /* owned; of TlPlainRecord: those that are held and have both ends */
  GHashTable *part;    /* owned; set of ids of factors */
} Gathering;

static const char *
get_text (const TlPlainRecord *record,
          const char          *field)
{
  return tl_value_get_text (tl_plain_record_get (record, field));
}

static gboolean
is_held (const TlPlainRecord *link)
{
  return get_text (link, "cause") != NULL && get_text (link, "effect") != NULL
         && g_strcmp0 (get_text (link, "state"), "rejected") != 0;
}

static void
gathering_init (Gathering *self,
                TlExport  *export)
{
  const TlKind *link_kind = tl_kind_lookup ("link");

  self->export = export;
  self->records = g_hash_table_new (g_str_hash, g_str_equal);
  self->links = g_ptr_array_new ();
  self->part = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < export->records->len; i++)
    {
      TlPlainRecord *record = g_ptr_array_index (export->records, i);

      g_hash_table_insert (self->records, record->id, record);
      if (record->kind == link_kind && is_held (record))
        g_ptr_array_add (self->links, record);
    }
}

static void
gathering_clear (Gathering *self)
{
  g_hash_table_unref (self->records);
  g_ptr_array_unref (self->links);
  g_hash_table_unref (self->part);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Gathering, gathering_clear)

static void
add_listed (Gathering           *self,
            const TlPlainRecord *record,
            const char          *field)
{
  const TlValue *value = tl_plain_record_get (record, field);

  for (guint i = 0; value->type == TL_VALUE_LIST && value->list[i] != NULL; i++)
    if (g_hash_table_contains (self->records, value->list[i]))
      g_hash_table_add (self->part, value->list[i]);
}

static void
add_ends (Gathering           *self,
          const TlPlainRecord *path)
{
  const TlValue *links = tl_plain_record_get (path, "links");

  for (guint i = 0; links->type == TL_VALUE_LIST && links->list[i] != NULL; i++)
    {
      const TlPlainRecord *link = g_hash_table_lookup (self->records, links->list[i]);

      if (link == NULL || !is_held (link))
        continue;
      g_hash_table_add (self->part, (gpointer) get_text (link, "cause"));
      g_hash_table_add (self->part, (gpointer) get_text (link, "effect"));
    }
}

static void
add_each (Gathering           *self,
          const TlPlainRecord *finding,
          const char          *field,
          void                (*add) (Gathering           *self,
                                      const TlPlainRecord *record))
{
  const TlValue *ids = tl_plain_record_get (finding, field);

  for (guint i = 0; ids->type == TL_VALUE_LIST && ids->list[i] != NULL; i++)
    {
      const TlPlainRecord *record = g_hash_table_lookup (self->records, ids->list[i]);

      if (record != NULL)
        add (self, record);
    }
}

static void
add_of_pattern (Gathering           *self,
                const TlPlainRecord *pattern)
{
  add_listed (self, pattern, "factors");
}

/* What the finding names; where it names no factor, what its patterns do. */
static void
gather_named (Gathering           *self,
              const TlPlainRecord *finding)
{
  add_listed (self, finding, "factors");
  if (g_hash_table_size (self->part) == 0)
    add_each (self, finding, "patterns", add_of_pattern);
}

/* How many links it takes from the part to each factor along the arrows, or against them; as far as matters. */
static GHashTable *
measure (Gathering *self,
         gboolean   along)
{
  GHashTable *steps = g_hash_table_new (g_str_hash, g_str_equal);
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, self->part);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    g_hash_table_insert (steps, id, GINT_TO_POINTER (0));
  for (int step = 1; step < MAX_LINKS_BETWEEN; step++)
    for (guint i = 0; i < self->links->len; i++)
      {
        const TlPlainRecord *link = g_ptr_array_index (self->links, i);
        const char *from = get_text (link, along ? "cause" : "effect");
        const char *to = get_text (link, along ? "effect" : "cause");
        gpointer known;

        if (g_hash_table_lookup_extended (steps, from, NULL, &known) && GPOINTER_TO_INT (known) == step - 1
            && !g_hash_table_contains (steps, to))
          g_hash_table_insert (steps, (gpointer) to, GINT_TO_POINTER (step));
      }
  return steps;
}

static void
gather_between (Gathering *self)
{
  g_autoptr (GHashTable) along = measure (self, TRUE), against = measure (self, FALSE);
  GHashTableIter iter;
  gpointer id, there, back;

  g_hash_table_iter_init (&iter, along);
  while (g_hash_table_iter_next (&iter, &id, &there))
    if (g_hash_table_lookup_extended (against, id, NULL, &back)
        && GPOINTER_TO_INT (there) + GPOINTER_TO_INT (back) <= MAX_LINKS_BETWEEN)
      g_hash_table_add (self->part, id);
}

/* One step up from each of @named. */
static void
gather_leading_in (Gathering          *self,
                   const char *const  *named,
                   guint               n_named)
{
  g_autoptr (GHashTable) effects = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < n_named; i++)
    g_hash_table_add (effects, (gpointer) named[i]);
  for (guint i = 0; i < self->links->len; i++)
    {
      const TlPlainRecord *link = g_ptr_array_index (self->links, i);

      if (g_hash_table_contains (effects, get_text (link, "effect")))
        g_hash_table_add (self->part, (gpointer) get_text (link, "cause"));
    }
}

/**
 * tl_why_picture_new:
 * @export: what leaves; is only read
 * @finding_id: a finding, by its id as it leaves
 * @cancellable: (nullable): to give up
 * @error: return location
 *
 * Draws why a finding holds: the factors it names (or else its patterns) and its paths, those between them, and what
 * leads in to the named by one step: of what leads to the ends of a path, often an outcome, most is no part of this
 * finding. It is laid out for its own sake, to stand in a text. May be called from any thread.
 *
 * Returns: (transfer full) (nullable): a settled picture, without factors where the finding names none; %NULL with
 *   %TL_ERROR_NOT_FOUND or %G_IO_ERROR_CANCELLED
 */
TlPicture *
tl_why_picture_new (TlExport      *export,
                    const char    *finding_id,
                    GCancellable  *cancellable,
                    GError       **error)
{
  g_return_val_if_fail (export != NULL && finding_id != NULL, NULL);

  g_auto (Gathering) gathering = { 0 };

  gathering_init (&gathering, export);

  const TlPlainRecord *finding = g_hash_table_lookup (gathering.records, finding_id);

  if (finding == NULL || finding->kind != tl_kind_lookup ("finding"))
    {
      g_set_error (error, TL_ERROR, TL_ERROR_NOT_FOUND, _("There is no finding “%s”."), finding_id);
      return NULL;
    }
  gather_named (&gathering, finding);

  guint n_named;
  g_autofree const char **named = (const char **) g_hash_table_get_keys_as_array (gathering.part, &n_named);

  add_each (&gathering, finding, "paths", add_ends);
  gather_between (&gathering);
  gather_leading_in (&gathering, named, n_named);

  g_autoptr (TlPicture) picture = tl_export_freeze (export, gathering.part);

  if (!tl_picture_settle (picture, NULL, cancellable, error))
    return NULL;
  g_free (picture->title);
  picture->title = tl_why_picture_dup_label (picture);
  return g_steal_pointer (&picture);
}
