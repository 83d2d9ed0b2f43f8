/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The case along time: who has a lane, and what stands in it. It follows the review and makes anew only what a change
 * touched. It owns its lanes and items, which hold until it says that they changed. */
#include "config.h"

#include "model/case/tl-narrative.h"

#include <string.h>

#include "model/base/tl-date.h"

struct _TlNarrative
{
  GObject parent_instance;

  /* Owned */
  TlReview   *review;
  TlLanes    *lanes;
  GPtrArray  *items;    /* in the order of the story */
  GPtrArray  *episodes; /* likewise */

  guint n_nobodys;
  guint serial;
};

G_DEFINE_FINAL_TYPE (TlNarrative, tl_narrative, G_TYPE_OBJECT)

enum { CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

static void
free_item (gpointer data)
{
  TlNarrativeItem *item = data;

  g_clear_object (&item->record);
  g_clear_object (&item->event);
  g_free (item);
}

/* Items */

static gboolean
get_bounds (const char *text,
            gint64     *from,
            gint64     *to)
{
  TlDate date;

  if (!tl_date_parse (text, &date))
    return FALSE;
  tl_date_get_bounds (&date, from, to);
  return TRUE;
}

/* When something took place that began on one date and ended on another, or on one date altogether. */
static void
set_dates (TlNarrativeItem *item,
           const char      *begin,
           const char      *end)
{
  gint64 begin_from, begin_to, end_from, end_to;
  gboolean begins = get_bounds (begin, &begin_from, &begin_to);
  gboolean ends = get_bounds (end, &end_from, &end_to);

  item->dated = begins || ends;
  if (begins && ends)
    {
      item->from = begin_from;
      item->sure_from = begin_to;
      item->sure_to = end_from;
      item->to = MAX (begin_to, end_to);
    }
  else if (item->dated)
    {
      item->from = item->sure_to = begins ? begin_from : end_from;
      item->to = item->sure_from = begins ? begin_to : end_to;
    }
}

static TlNarrativeItem *
add_item (TlNarrative *self,
          TlRecord    *record,
          TlRecord    *event,
          guint        lane)
{
  TlNarrativeItem *item = g_new0 (TlNarrativeItem, 1);

  item->record = g_object_ref (record);
  item->event = event != NULL ? g_object_ref (event) : NULL;
  item->lane = lane != TL_LANE_NONE ? lane : tl_lanes_get_n (self->lanes) - 1;
  item->told = item->lane;
  item->serial = ++self->serial;
  if (event != NULL)
    set_dates (item, tl_record_get_text (event, "date"), tl_record_get_text (event, "until"));
  g_ptr_array_add (self->items, item);
  return item;
}

/* Returns: how many */
static guint
add_event_to (TlNarrative *self,
              TlRecord    *event,
              const char  *field)
{
  const char *const *ids = tl_record_get_list (event, field);
  guint n = 0;

  for (; ids[n] != NULL; n++)
    add_item (self, event, event, tl_lanes_find (self->lanes, ids[n]));
  return n;
}

static void
add_event (TlNarrative *self,
           TlRecord    *event)
{
  g_autoptr (GPtrArray) accounts
      = tl_review_get_referrers (self->review, tl_record_get_id (event), "account", "event");
  guint n = add_event_to (self, event, "children") + add_event_to (self, event, "agencies");

  for (guint i = 0; i < accounts->len; i++)
    {
      TlRecord *account = g_ptr_array_index (accounts, i);
      add_item (self, account, event, tl_lanes_find (self->lanes, tl_record_get_text (account, "role")));
    }
  if (n + accounts->len == 0)
    add_item (self, event, event, TL_LANE_NONE);
}

static void
add_telling (TlNarrative *self,
             TlRecord    *telling)
{
  const char *event_id = tl_record_get_text (telling, "event");
  TlRecord *event = event_id != NULL ? tl_review_lookup (self->review, event_id) : NULL;
  guint teller = tl_lanes_find (self->lanes, tl_record_get_text (telling, "teller"));
  guint told = tl_lanes_find (self->lanes, tl_record_get_text (telling, "told"));
  TlNarrativeItem *item = add_item (self, telling, event, teller != TL_LANE_NONE ? teller : told);

  if (told != TL_LANE_NONE)
    item->told = told;
  item->dated = FALSE;
  set_dates (item, tl_record_get_text (telling, "date"), NULL);
}

static guint
get_rank (TlRecord *record)
{
  return tl_record_is (record, "telling") ? 2 : tl_record_is (record, "account") ? 1 : 0;
}

static int
compare_minutes (gint64 a,
                 gint64 b)
{
  return a < b ? -1 : a > b;
}

/* The order of the story: in time, what has no date at the end, an event before its accounts and these together. */
static int
compare_items (gconstpointer a,
               gconstpointer b)
{
  const TlNarrativeItem *one = *(TlNarrativeItem *const *) a, *other = *(TlNarrativeItem *const *) b;
  int order;

  if (one->dated != other->dated)
    return one->dated ? -1 : 1;
  if ((order = compare_minutes (one->from, other->from)) != 0 || (order = compare_minutes (one->to, other->to)) != 0)
    return order;
  order = g_strcmp0 (one->event != NULL ? tl_record_get_id (one->event) : NULL,
                     other->event != NULL ? tl_record_get_id (other->event) : NULL);
  if (order != 0)
    return order;
  if (get_rank (one->record) != get_rank (other->record))
    return (int) get_rank (one->record) - (int) get_rank (other->record);
  if (one->lane != other->lane)
    return one->lane < other->lane ? -1 : 1;
  return strcmp (tl_record_get_id (one->record), tl_record_get_id (other->record));
}

static void
settle_items (TlNarrative *self)
{
  guint nobody = tl_lanes_get_n (self->lanes) - 1;

  g_ptr_array_sort (self->items, compare_items);
  self->n_nobodys = 0;
  for (guint i = 0; i < self->items->len; i++)
    self->n_nobodys += ((TlNarrativeItem *) g_ptr_array_index (self->items, i))->lane == nobody;
}

/* An episode without dates of its own takes the time of its events. */
static void
add_episode (TlNarrative *self,
             TlRecord    *episode)
{
  TlNarrativeItem *item = g_new0 (TlNarrativeItem, 1);
  const char *const *ids = tl_record_get_list (episode, "events");

  item->record = g_object_ref (episode);
  item->lane = item->told = TL_LANE_NONE;
  item->serial = ++self->serial;
  g_ptr_array_add (self->episodes, item);
  set_dates (item, tl_record_get_text (episode, "start"), tl_record_get_text (episode, "finish"));
  if (item->dated)
    return;
  for (guint i = 0; ids[i] != NULL; i++)
    {
      TlRecord *event = tl_review_lookup (self->review, ids[i]);
      TlNarrativeItem time = { .dated = FALSE };

      if (event != NULL)
        set_dates (&time, tl_record_get_text (event, "date"), tl_record_get_text (event, "until"));
      if (!time.dated)
        continue;
      item->from = item->dated ? MIN (item->from, time.from) : time.from;
      item->to = item->dated ? MAX (item->to, time.to) : time.to;
      item->dated = TRUE;
    }
  item->sure_from = item->to;
  item->sure_to = item->from;
}

static void
make_episodes (TlNarrative *self)
{
  TlRecordList *list = tl_review_get_list (self->review, "episode");

  g_ptr_array_set_size (self->episodes, 0);
  for (guint i = 0; i < tl_record_list_get_n (list); i++)
    add_episode (self, tl_record_list_get (list, i));
  g_ptr_array_sort (self->episodes, compare_items);
}

static void
make_all (TlNarrative *self)
{
  TlRecordList *events = tl_review_get_list (self->review, "event");
  TlRecordList *tellings = tl_review_get_list (self->review, "telling");

  g_clear_pointer (&self->lanes, tl_lanes_free);
  self->lanes = tl_lanes_new (self->review);
  g_ptr_array_set_size (self->items, 0);
  for (guint i = 0; i < tl_record_list_get_n (events); i++)
    add_event (self, tl_record_list_get (events, i));
  for (guint i = 0; i < tl_record_list_get_n (tellings); i++)
    add_telling (self, tl_record_list_get (tellings, i));
  settle_items (self);
  make_episodes (self);
}

/* Following the review */

static gboolean
has_lane (TlNarrative *self,
          const char  *id)
{
  TlRecord *record = tl_review_lookup (self->review, id);

  return tl_lanes_find (self->lanes, id) != TL_LANE_NONE
         || (record != NULL
             && (tl_record_is (record, "child") || tl_record_is (record, "role") || tl_record_is (record, "agency")));
}

/* What an item is made with: its event with all accounts of it, or itself. */
static const char *
get_whole (const TlNarrativeItem *item)
{
  return tl_record_get_id (item->event != NULL && !tl_record_is (item->record, "telling") ? item->event
                                                                                            : item->record);
}

/* The story of an event says who told of it.
 * Returns: (element-type utf8): ids of the events and tellings to be made anew */
static GHashTable *
find_stale (TlNarrative *self,
            GHashTable  *touched)
{
  GHashTable *stale = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer id;

  for (guint i = 0; i < self->items->len; i++)
    {
      const TlNarrativeItem *item = g_ptr_array_index (self->items, i);

      if (g_hash_table_contains (touched, tl_record_get_id (item->record))
          || (item->event != NULL && g_hash_table_contains (touched, tl_record_get_id (item->event))))
        {
          g_hash_table_add (stale, g_strdup (get_whole (item)));
          if (item->event != NULL)
            g_hash_table_add (stale, g_strdup (tl_record_get_id (item->event)));
        }
    }
  g_hash_table_iter_init (&iter, touched);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    {
      TlRecord *record = tl_review_lookup (self->review, id);

      if (record == NULL)
        continue;
      gboolean is_telling = tl_record_is (record, "telling");
      if (is_telling || tl_record_is (record, "event"))
        g_hash_table_add (stale, g_strdup (id));
      if ((is_telling || tl_record_is (record, "account")) && tl_record_get_text (record, "event") != NULL)
        g_hash_table_add (stale, g_strdup (tl_record_get_text (record, "event")));
    }
  return stale;
}

static gboolean
remake (TlNarrative *self,
        GHashTable  *touched)
{
  g_autoptr (GHashTable) stale = find_stale (self, touched);
  GHashTableIter iter;
  gpointer id;
  guint kept = 0;

  if (g_hash_table_size (stale) == 0)
    return FALSE;
  for (guint i = 0; i < self->items->len; i++)
    {
      TlNarrativeItem *item = g_ptr_array_index (self->items, i);

      if (g_hash_table_contains (stale, get_whole (item)))
        free_item (item);
      else
        self->items->pdata[kept++] = item;
    }
  self->items->len = kept;
  g_hash_table_iter_init (&iter, stale);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    {
      TlRecord *record = tl_review_lookup (self->review, id);

      if (record != NULL && tl_record_is (record, "event"))
        add_event (self, record);
      else if (record != NULL)
        add_telling (self, record);
    }
  settle_items (self);
  return TRUE;
}

static gboolean
touches_episodes (TlNarrative *self,
                  GHashTable  *touched)
{
  GHashTableIter iter;
  gpointer id;

  for (guint i = 0; i < self->episodes->len; i++)
    {
      const TlNarrativeItem *item = g_ptr_array_index (self->episodes, i);

      if (g_hash_table_contains (touched, tl_record_get_id (item->record)))
        return TRUE;
    }
  g_hash_table_iter_init (&iter, touched);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    {
      TlRecord *record = tl_review_lookup (self->review, id);

      if (record != NULL && tl_record_is (record, "episode"))
        return TRUE;
    }
  return FALSE;
}

static void
review_changed_cb (TlNarrative     *self,
                   TlReviewChanges *changes)
{
  GHashTableIter iter;
  gpointer id;
  gboolean lanes = FALSE, changed;

  g_hash_table_iter_init (&iter, changes->ids);
  while (!lanes && g_hash_table_iter_next (&iter, &id, NULL))
    lanes = has_lane (self, id);

  if (lanes)
    {
      make_all (self);
      g_signal_emit (self, signals[CHANGED], 0);
      return;
    }
  changed = remake (self, changes->ids);
  /* Those that take the time of their events are few, as all of them are. */
  if (changed || touches_episodes (self, changes->ids))
    {
      make_episodes (self);
      changed = TRUE;
    }
  if (changed)
    g_signal_emit (self, signals[CHANGED], 0);
}

/* GObject overrides */

static void
tl_narrative_finalize (GObject *object)
{
  TlNarrative *self = TL_NARRATIVE (object);

  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_clear_pointer (&self->episodes, g_ptr_array_unref);
  g_clear_pointer (&self->lanes, tl_lanes_free);
  g_clear_object (&self->review);

  G_OBJECT_CLASS (tl_narrative_parent_class)->finalize (object);
}

static void
tl_narrative_class_init (TlNarrativeClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tl_narrative_finalize;

  /**
   * TlNarrative::changed:
   *
   * Lanes, items or episodes are other ones.
   */
  signals[CHANGED] = g_signal_new ("changed", TL_TYPE_NARRATIVE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
tl_narrative_init (TlNarrative *self)
{
  self->items = g_ptr_array_new_with_free_func (free_item);
  self->episodes = g_ptr_array_new_with_free_func (free_item);
}

/**
 * tl_narrative_new:
 *
 * Returns: (transfer full): the narrative of @review, which it follows
 */
TlNarrative *
tl_narrative_new (TlReview *review)
{
  g_return_val_if_fail (TL_IS_REVIEW (review), NULL);

  TlNarrative *self = g_object_new (TL_TYPE_NARRATIVE, NULL);

  self->review = g_object_ref (review);
  make_all (self);
  g_signal_connect_object (review, "changed", G_CALLBACK (review_changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}

TlReview *
tl_narrative_get_review (TlNarrative *self)
{
  g_return_val_if_fail (TL_IS_NARRATIVE (self), NULL);
  return self->review;
}

/**
 * tl_narrative_get_lanes:
 *
 * Returns: (transfer none): the lanes, which hold until it says that it changed
 */
const TlLanes *
tl_narrative_get_lanes (TlNarrative *self)
{
  g_return_val_if_fail (TL_IS_NARRATIVE (self), NULL);
  return self->lanes;
}

/**
 * tl_narrative_get_n_lanes:
 *
 * Returns: how many of the lanes are to be seen: one at least, for a child is never missing
 */
guint
tl_narrative_get_n_lanes (TlNarrative *self)
{
  g_return_val_if_fail (TL_IS_NARRATIVE (self), 0);
  return tl_lanes_get_n (self->lanes) - (self->n_nobodys == 0 ? 1 : 0);
}

guint
tl_narrative_get_n_items (TlNarrative *self)
{
  g_return_val_if_fail (TL_IS_NARRATIVE (self), 0);
  return self->items->len;
}

/**
 * tl_narrative_get_item:
 *
 * Returns: (transfer none): the item, in the order of the story; what has no date comes last
 */
const TlNarrativeItem *
tl_narrative_get_item (TlNarrative *self,
                       guint        position)
{
  g_return_val_if_fail (TL_IS_NARRATIVE (self) && position < self->items->len, NULL);
  return g_ptr_array_index (self->items, position);
}

guint
tl_narrative_get_n_episodes (TlNarrative *self)
{
  g_return_val_if_fail (TL_IS_NARRATIVE (self), 0);
  return self->episodes->len;
}

/**
 * tl_narrative_get_episode:
 *
 * Returns: (transfer none): a key practice episode and its time, in order
 */
const TlNarrativeItem *
tl_narrative_get_episode (TlNarrative *self,
                          guint        position)
{
  g_return_val_if_fail (TL_IS_NARRATIVE (self) && position < self->episodes->len, NULL);
  return g_ptr_array_index (self->episodes, position);
}

static void
widen (GPtrArray *items,
       gboolean  *any,
       gint64    *from,
       gint64    *to)
{
  for (guint i = 0; i < items->len; i++)
    {
      const TlNarrativeItem *item = g_ptr_array_index (items, i);

      if (!item->dated)
        continue;
      *from = *any ? MIN (*from, item->from) : item->from;
      *to = *any ? MAX (*to, item->to) : item->to;
      *any = TRUE;
    }
}

/**
 * tl_narrative_get_bounds:
 * @from: (out): the first minute that anything has to do with
 * @to: (out): the last
 *
 * Returns: whether anything has a date
 */
gboolean
tl_narrative_get_bounds (TlNarrative *self,
                         gint64      *from,
                         gint64      *to)
{
  g_return_val_if_fail (TL_IS_NARRATIVE (self) && from != NULL && to != NULL, FALSE);

  gboolean any = FALSE;

  widen (self->items, &any, from, to);
  widen (self->episodes, &any, from, to);
  return any;
}
