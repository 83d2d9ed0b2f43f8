/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Who has a lane along time, from above: the children of the case, of whom there is always one; who belongs to no
 * agency; each agency with its roles; and last nobody, for what nobody is connected with yet. */
#include "config.h"

#include "model/case/tl-lanes.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _TlLanes
{
  TlReview   *review;  /* owned */
  GArray     *lanes;   /* owned, of TlLane */
  GHashTable *lane_of; /* owned; id of a child, role or agency → position of its lane */
};

static void
clear_lane (gpointer data)
{
  g_clear_object (&((TlLane *) data)->record);
}

static gint64
get_place (TlRecord *record)
{
  return tl_record_is (record, "child") ? 0 : tl_record_get_int (record, "position", G_MAXINT64);
}

static int
compare_places (gconstpointer a,
                gconstpointer b)
{
  TlRecord *one = *(TlRecord *const *) a, *other = *(TlRecord *const *) b;
  gint64 place = get_place (one), other_place = get_place (other);
  const char *label = tl_record_get_text (one, "label"), *other_label = tl_record_get_text (other, "label");

  if (place != other_place)
    return place < other_place ? -1 : 1;
  int order = g_utf8_collate (label != NULL ? label : "", other_label != NULL ? other_label : "");
  return order != 0 ? order : strcmp (tl_record_get_id (one), tl_record_get_id (other));
}

static GPtrArray *
sort_records (TlReview   *review,
              const char *kind)
{
  TlRecordList *list = tl_review_get_list (review, kind);
  GPtrArray *records = g_ptr_array_new ();

  for (guint i = 0; i < tl_record_list_get_n (list); i++)
    g_ptr_array_add (records, tl_record_list_get (list, i));
  g_ptr_array_sort (records, compare_places);
  return records;
}

static guint
add_lane (TlLanes    *self,
          TlLaneSort   sort,
          TlRecord    *record,
          guint        agency)
{
  const TlLane lane = { sort, record != NULL ? g_object_ref (record) : NULL, agency };

  g_array_append_val (self->lanes, lane);
  if (record != NULL)
    g_hash_table_insert (self->lane_of, g_strdup (tl_record_get_id (record)),
                         GUINT_TO_POINTER (self->lanes->len - 1));
  return self->lanes->len - 1;
}

static gboolean
is_child (TlRecord *role)
{
  return tl_record_get_text (role, "child") != NULL || g_strcmp0 (tl_record_get_text (role, "function"), "child") == 0;
}

/* A child of the case has one lane, whether as a child or as somebody who tells. Children come in the order of their
 * roles. */
static void
add_children (TlLanes    *self,
              GPtrArray   *roles)
{
  g_autoptr (GPtrArray) children = sort_records (self->review, "child");

  for (guint i = 0; i < roles->len; i++)
    {
      TlRecord *role = g_ptr_array_index (roles, i);
      const char *child_id = tl_record_get_text (role, "child");
      TlRecord *child = child_id != NULL ? tl_review_lookup (self->review, child_id) : NULL;

      if (!is_child (role))
        continue;
      guint lane = tl_lanes_find (self, child_id);
      if (lane == TL_LANE_NONE)
        lane = add_lane (self, TL_LANE_CHILD, child != NULL ? child : role, TL_LANE_NONE);
      g_hash_table_insert (self->lane_of, g_strdup (tl_record_get_id (role)), GUINT_TO_POINTER (lane));
    }
  for (guint i = 0; i < children->len; i++)
    {
      TlRecord *child = g_ptr_array_index (children, i);

      if (tl_lanes_find (self, tl_record_get_id (child)) == TL_LANE_NONE)
        add_lane (self, TL_LANE_CHILD, child, TL_LANE_NONE);
    }
  if (self->lanes->len == 0)
    add_lane (self, TL_LANE_CHILD, NULL, TL_LANE_NONE);
}

static void
add_roles (TlLanes    *self,
           GPtrArray   *roles,
           const char  *agency_id,
           guint        agency)
{
  for (guint i = 0; i < roles->len; i++)
    {
      TlRecord *role = g_ptr_array_index (roles, i);

      if (!is_child (role) && g_strcmp0 (tl_record_get_text (role, "agency"), agency_id) == 0)
        add_lane (self, TL_LANE_ROLE, role, agency);
    }
}

/**
 * tl_lanes_new:
 *
 * Returns: (transfer full): the lanes of @review as it is now
 */
TlLanes *
tl_lanes_new (TlReview *review)
{
  g_return_val_if_fail (TL_IS_REVIEW (review), NULL);

  TlLanes *self = g_new0 (TlLanes, 1);
  g_autoptr (GPtrArray) roles = sort_records (review, "role");
  g_autoptr (GPtrArray) agencies = sort_records (review, "agency");

  self->review = g_object_ref (review);
  self->lanes = g_array_new (FALSE, FALSE, sizeof (TlLane));
  g_array_set_clear_func (self->lanes, clear_lane);
  self->lane_of = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  add_children (self, roles);
  add_roles (self, roles, NULL, TL_LANE_NONE);
  for (guint i = 0; i < agencies->len; i++)
    {
      TlRecord *agency = g_ptr_array_index (agencies, i);
      guint lane = add_lane (self, TL_LANE_AGENCY, agency, TL_LANE_NONE);

      add_roles (self, roles, tl_record_get_id (agency), lane);
    }
  add_lane (self, TL_LANE_NOBODY, NULL, TL_LANE_NONE);
  return self;
}

void
tl_lanes_free (TlLanes *self)
{
  g_return_if_fail (self != NULL);

  g_hash_table_unref (self->lane_of);
  g_array_unref (self->lanes);
  g_object_unref (self->review);
  g_free (self);
}

/**
 * tl_lanes_get_n:
 *
 * Returns: how many there are, with that of nobody
 */
guint
tl_lanes_get_n (const TlLanes *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->lanes->len;
}

const TlLane *
tl_lanes_get (const TlLanes *self,
              guint          position)
{
  g_return_val_if_fail (self != NULL && position < self->lanes->len, NULL);
  return &g_array_index (self->lanes, TlLane, position);
}

/**
 * tl_lanes_find:
 * @id: (nullable): id of a child, a role or an agency
 *
 * Returns: position of its lane, or %TL_LANE_NONE
 */
guint
tl_lanes_find (const TlLanes *self,
               const char    *id)
{
  g_return_val_if_fail (self != NULL, TL_LANE_NONE);

  gpointer lane;

  return id != NULL && g_hash_table_lookup_extended (self->lane_of, id, NULL, &lane) ? GPOINTER_TO_UINT (lane)
                                                                                      : TL_LANE_NONE;
}

/**
 * tl_lanes_dup_title:
 *
 * Returns: (transfer full): whose lane it is
 */
char *
tl_lanes_dup_title (const TlLanes *self,
                    guint          position)
{
  const TlLane *lane = tl_lanes_get (self, position);

  g_return_val_if_fail (lane != NULL, NULL);

  g_autofree char *title = lane->record != NULL ? tl_review_dup_title (self->review, lane->record) : NULL;
  if (title != NULL && title[0] != '\0')
    return g_steal_pointer (&title);
  if (lane->record != NULL)
    return g_strdup (_(tl_record_get_kind (lane->record)->label));
  return g_strdup (lane->sort == TL_LANE_CHILD ? _("The child") : _("Nobody yet"));
}
