/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The case along time to look at and to work on: time runs across, lanes down, with a column of headers and a strip of
 * episodes that stay. It owns what part of time is seen and the widgets; it changes the review only through edits and
 * itself only when the narrative says that it changed. */
#define G_LOG_DOMAIN "tl-narrative"

#include "config.h"

#include "ui/narrative/tl-narrative-view-private.h"

#include <glib/gi18n.h>
#include <math.h>

/* Pixels free when all is shown; after the last there is room for its words. */
#define FIT_BEFORE 24
#define FIT_AFTER 140
#define FIT_AFTER_SHARE 0.2
/* Pixels free around what is revealed. */
#define REVEAL_MARGIN 40
#define MINUTES_A_DAY (24 * 60)

static void scrollable_iface_init (GtkScrollableInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TlNarrativeView, tl_narrative_view, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, scrollable_iface_init))

enum {
  PROP_0,
  PROP_HADJUSTMENT,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
};

/* The beginning and the end of time: what there is, and what is in view. */
static void
find_ends (TlNarrativeView *self)
{
  gint64 from, to;

  if (!tl_narrative_get_bounds (self->narrative, &from, &to))
    {
      g_autoptr (GDateTime) now = g_date_time_new_now_local ();
      GDate day;

      g_date_clear (&day, 1);
      g_date_set_dmy (&day, 1, G_DATE_JANUARY, (GDateYear) g_date_time_get_year (now));
      from = ((gint64) g_date_get_julian (&day) - 1) * MINUTES_A_DAY;
      to = from + 365 * MINUTES_A_DAY;
    }
  if (self->fit_wanted && self->scale.width > 1)
    {
      self->fit_wanted = FALSE;
      tl_time_scale_fit (&self->scale, from, to, FIT_BEFORE,
                         MIN (FIT_AFTER * self->unit, self->scale.width * FIT_AFTER_SHARE));
    }
  gint64 margin = (to - from) / 10 + MINUTES_A_DAY;
  self->from = MIN (from - margin, (gint64) floor (self->scale.start));
  self->to = MAX (to + margin, (gint64) ceil (tl_time_scale_to_minute (&self->scale, self->scale.width)));
}

static void
set_adjustments (TlNarrativeView *self)
{
  double height = gtk_widget_get_height (self->lanes);
  double width = self->scale.width;
  double upper = (double) (self->to - self->from) * self->scale.pixels;
  double value = (self->scale.start - (double) self->from) * self->scale.pixels;
  GtkAdjustment *down = self->adjustments[GTK_ORIENTATION_VERTICAL];

  self->following = TRUE;
  gtk_adjustment_configure (self->adjustments[GTK_ORIENTATION_HORIZONTAL], value, 0, MAX (upper, width), width / 10,
                            width * 0.9, width);
  gtk_adjustment_configure (down, CLAMP (gtk_adjustment_get_value (down), 0, MAX (self->lanes_height - height, 0)), 0,
                            MAX (self->lanes_height, height), self->row_height, height * 0.9, height);
  self->following = FALSE;
}

/**
 * _tl_narrative_view_moved:
 *
 * Another part is in view, at the same zoom.
 */
void
_tl_narrative_view_moved (TlNarrativeView *self)
{
  double x = (self->scale.start - (double) self->from) * self->scale.pixels;
  double y = gtk_adjustment_get_value (self->adjustments[GTK_ORIENTATION_VERTICAL]);

  tl_narrative_board_set_offset (TL_NARRATIVE_BOARD (self->axis), x, 0);
  tl_narrative_board_set_offset (TL_NARRATIVE_BOARD (self->strip), x, 0);
  tl_narrative_board_set_offset (TL_NARRATIVE_BOARD (self->headers), 0, y);
  tl_narrative_board_set_offset (TL_NARRATIVE_BOARD (self->undated), 0, y);
  tl_narrative_board_set_offset (TL_NARRATIVE_BOARD (self->ground), x, y);
  tl_narrative_board_set_offset (TL_NARRATIVE_BOARD (self->lanes), x, y);
  _tl_narrative_places_populate (self);
  _tl_narrative_headers_place (self);
  _tl_narrative_ground_update (self);
  _tl_narrative_ground_weave (self);
}

/**
 * _tl_narrative_view_changed:
 *
 * The zoom, the size or what there is to be seen is another one.
 */
void
_tl_narrative_view_changed (TlNarrativeView *self)
{
  if (self->scale.width <= 1)
    return;
  find_ends (self);
  _tl_narrative_places_arrange (self);
  set_adjustments (self);
  _tl_narrative_view_moved (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static gboolean
refresh_cb (gpointer data)
{
  TlNarrativeView *self = data;

  self->refresh_id = 0;
  _tl_narrative_view_changed (self);
  return G_SOURCE_REMOVE;
}

/**
 * _tl_narrative_view_queue_refresh:
 *
 * As _tl_narrative_view_changed(), but not while sizes are given out: widgets come and go.
 */
void
_tl_narrative_view_queue_refresh (TlNarrativeView *self)
{
  if (self->refresh_id == 0)
    self->refresh_id = g_idle_add_full (GTK_PRIORITY_RESIZE - 1, refresh_cb, self, NULL);
}

/**
 * _tl_narrative_view_get_time_x:
 *
 * Returns: where time begins in the view, from where one begins to read
 */
double
_tl_narrative_view_get_time_x (TlNarrativeView *self)
{
  return self->header_width + self->undated_width;
}

/**
 * _tl_narrative_view_get_lanes_y:
 *
 * Returns: where the lanes begin in the view
 */
double
_tl_narrative_view_get_lanes_y (TlNarrativeView *self)
{
  return self->axis_height + self->strip_height;
}

/**
 * _tl_narrative_view_mirror:
 * @x: pixels from the left
 *
 * Returns: pixels from where one begins to read
 */
double
_tl_narrative_view_mirror (TlNarrativeView *self,
                           double           x)
{
  return gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL ? gtk_widget_get_width (GTK_WIDGET (self)) - x
                                                                          : x;
}

/* Callbacks */

static void
narrative_changed_cb (TlNarrativeView *self)
{
  _tl_narrative_headers_make (self);
  _tl_narrative_places_make (self);
  _tl_narrative_view_changed (self);
  _tl_narrative_actions_update (self);
}

static void
selection_changed_cb (TlNarrativeView *self)
{
  _tl_narrative_actions_update (self);
  _tl_narrative_places_select (self);
  if (self->scale.width > 1)
    _tl_narrative_ground_weave (self);
}

static void
adjusted_cb (TlNarrativeView *self)
{
  if (self->following || self->scale.width <= 1)
    return;
  self->scale.start
      = (double) self->from
        + gtk_adjustment_get_value (self->adjustments[GTK_ORIENTATION_HORIZONTAL]) / self->scale.pixels;
  _tl_narrative_view_moved (self);
}

/* GtkScrollable */

static void
scrollable_iface_init (GtkScrollableInterface *iface)
{
}

static void
set_adjustment (TlNarrativeView *self,
                GtkOrientation   orientation,
                GtkAdjustment   *adjustment)
{
  if (adjustment == NULL)
    adjustment = gtk_adjustment_new (0, 0, 0, 0, 0, 0);
  if (self->adjustments[orientation] != NULL)
    g_signal_handlers_disconnect_by_func (self->adjustments[orientation], adjusted_cb, self);
  g_object_ref_sink (adjustment);
  g_clear_object (&self->adjustments[orientation]);
  self->adjustments[orientation] = adjustment;
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (adjusted_cb), self, G_CONNECT_SWAPPED);
}

/* GObject overrides */

static void
tl_narrative_view_dispose (GObject *object)
{
  TlNarrativeView *self = TL_NARRATIVE_VIEW (object);
  GtkWidget *child;

  g_clear_handle_id (&self->refresh_id, g_source_remove);
  g_clear_weak_pointer (&self->before);
  if (self->narrative != NULL)
    g_signal_handlers_disconnect_by_data (self->narrative, self);
  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_data (self->selection, self);
  if (self->tunnel != NULL)
    g_signal_handlers_disconnect_by_data (self->tunnel, self);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->tunnel);
  g_clear_object (&self->narrative);
  g_clear_object (&self->selection);

  G_OBJECT_CLASS (tl_narrative_view_parent_class)->dispose (object);
}

static void
tl_narrative_view_finalize (GObject *object)
{
  TlNarrativeView *self = TL_NARRATIVE_VIEW (object);

  g_array_unref (self->places);
  g_array_unref (self->episode_places);
  g_array_unref (self->rows);
  g_hash_table_unref (self->marks);
  g_ptr_array_unref (self->ticks);
  g_ptr_array_unref (self->tick_names);
  g_ptr_array_unref (self->threads);
  g_ptr_array_unref (self->arrows);
  g_clear_object (&self->adjustments[GTK_ORIENTATION_HORIZONTAL]);
  g_clear_object (&self->adjustments[GTK_ORIENTATION_VERTICAL]);
  g_free (self->headers_shown);
  g_free (self->target_id);

  G_OBJECT_CLASS (tl_narrative_view_parent_class)->finalize (object);
}

static void
tl_narrative_view_get_property (GObject    *object,
                                guint       property,
                                GValue     *value,
                                GParamSpec *pspec)
{
  TlNarrativeView *self = TL_NARRATIVE_VIEW (object);

  switch (property)
    {
    case PROP_HADJUSTMENT:
      g_value_set_object (value, self->adjustments[GTK_ORIENTATION_HORIZONTAL]);
      break;
    case PROP_VADJUSTMENT:
      g_value_set_object (value, self->adjustments[GTK_ORIENTATION_VERTICAL]);
      break;
    case PROP_HSCROLL_POLICY:
      g_value_set_enum (value, (int) self->policies[GTK_ORIENTATION_HORIZONTAL]);
      break;
    case PROP_VSCROLL_POLICY:
      g_value_set_enum (value, (int) self->policies[GTK_ORIENTATION_VERTICAL]);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
    }
}

static void
tl_narrative_view_set_property (GObject      *object,
                                guint         property,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  TlNarrativeView *self = TL_NARRATIVE_VIEW (object);

  switch (property)
    {
    case PROP_HADJUSTMENT:
      set_adjustment (self, GTK_ORIENTATION_HORIZONTAL, g_value_get_object (value));
      break;
    case PROP_VADJUSTMENT:
      set_adjustment (self, GTK_ORIENTATION_VERTICAL, g_value_get_object (value));
      break;
    case PROP_HSCROLL_POLICY:
      self->policies[GTK_ORIENTATION_HORIZONTAL] = (guint) g_value_get_enum (value);
      break;
    case PROP_VSCROLL_POLICY:
      self->policies[GTK_ORIENTATION_VERTICAL] = (guint) g_value_get_enum (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
    }
}

static void
tl_narrative_view_class_init (TlNarrativeViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tl_narrative_view_dispose;
  object_class->finalize = tl_narrative_view_finalize;
  object_class->get_property = tl_narrative_view_get_property;
  object_class->set_property = tl_narrative_view_set_property;
  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");
  _tl_narrative_frame_class_init (widget_class);
  _tl_narrative_keys_class_init (widget_class);
  _tl_narrative_actions_class_init (widget_class);
  gtk_widget_class_set_css_name (widget_class, "narrative");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
tl_narrative_view_init (TlNarrativeView *self)
{
  self->places = g_array_new (FALSE, FALSE, sizeof (TlNarrativePlace));
  self->episode_places = g_array_new (FALSE, FALSE, sizeof (TlNarrativePlace));
  self->rows = g_array_new (FALSE, FALSE, sizeof (TlNarrativeRow));
  self->marks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->ticks = g_ptr_array_new ();
  self->tick_names = g_ptr_array_new ();
  self->threads = g_ptr_array_new ();
  self->arrows = g_ptr_array_new ();
  self->fit_wanted = TRUE;
  set_adjustment (self, GTK_ORIENTATION_HORIZONTAL, NULL);
  set_adjustment (self, GTK_ORIENTATION_VERTICAL, NULL);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Narrative"), -1);
  _tl_narrative_frame_init (self);
  _tl_narrative_pointer_init (self);
}

/**
 * tl_narrative_view_new:
 * @narrative: what to show
 * @selection: the window's selection, of the same review
 *
 * Returns: (transfer floating): a view, which shows the whole
 */
GtkWidget *
tl_narrative_view_new (TlNarrative *narrative,
                       TlSelection *selection)
{
  g_return_val_if_fail (TL_IS_NARRATIVE (narrative) && TL_IS_SELECTION (selection), NULL);

  TlNarrativeView *self = g_object_new (TL_TYPE_NARRATIVE_VIEW, NULL);

  self->narrative = g_object_ref (narrative);
  self->selection = g_object_ref (selection);
  g_signal_connect_object (narrative, "changed", G_CALLBACK (narrative_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (selection, "changed", G_CALLBACK (selection_changed_cb), self, G_CONNECT_SWAPPED);
  narrative_changed_cb (self);
  return GTK_WIDGET (self);
}

/**
 * tl_narrative_view_shows:
 *
 * Returns: whether @record has a place along time, or among what has no date
 */
gboolean
tl_narrative_view_shows (TlNarrativeView *self,
                         TlRecord        *record)
{
  g_return_val_if_fail (TL_IS_NARRATIVE_VIEW (self) && TL_IS_RECORD (record), FALSE);
  return _tl_narrative_places_find (self, tl_record_get_id (record)) != NULL;
}

/**
 * tl_narrative_view_go_to:
 * @from: a minute
 * @to: a minute
 *
 * Shows this time, without another zoom where it fits.
 */
void
tl_narrative_view_go_to (TlNarrativeView *self,
                         gint64           from,
                         gint64           to)
{
  g_return_if_fail (TL_IS_NARRATIVE_VIEW (self));

  if (self->scale.width > 1 && tl_time_scale_reveal (&self->scale, from, to, REVEAL_MARGIN))
    _tl_narrative_view_changed (self);
}

/**
 * tl_narrative_view_zoom_to:
 * @from: a minute
 * @to: a minute
 *
 * Shows this time with as much before and after it.
 */
void
tl_narrative_view_zoom_to (TlNarrativeView *self,
                           gint64           from,
                           gint64           to)
{
  g_return_if_fail (TL_IS_NARRATIVE_VIEW (self) && from <= to);

  tl_time_scale_fit (&self->scale, from - (to - from), to + (to - from), 0, 0);
  _tl_narrative_view_changed (self);
}

/**
 * _tl_narrative_view_show_place:
 * @place: where something is
 *
 * Scrolls as little as needed for it to be in view.
 */
void
_tl_narrative_view_show_place (TlNarrativeView        *self,
                               const TlNarrativePlace *place)
{
  GtkAdjustment *down = self->adjustments[GTK_ORIENTATION_VERTICAL];

  if (place->item->lane != TL_LANE_NONE)
    gtk_adjustment_clamp_page (down, place->y, place->y + self->row_height);
  if (place->item->dated)
    tl_narrative_view_go_to (self, place->item->from, place->item->from);
}

/**
 * tl_narrative_view_reveal:
 * @id: id of a record; nothing happens if it has no place
 */
void
tl_narrative_view_reveal (TlNarrativeView *self,
                          const char      *id)
{
  g_return_if_fail (TL_IS_NARRATIVE_VIEW (self) && id != NULL);
  _tl_narrative_keys_focus_record (self, id);
}
