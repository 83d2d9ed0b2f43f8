/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One mark of the narrative: an event, an account, a telling or an episode. A band is as long as the time it may have
 * taken, with soft ends where that is not known; beside or on it stands what it is. It shows what it is given and does
 * nothing itself. */
#include "config.h"

#include "ui/narrative/tl-narrative-mark.h"

#include <glib/gi18n.h>

#include "model/case/tl-contradiction.h"
#include "model/case/tl-narrative-words.h"
#include "model/case/tl-tunnel-words.h"
#include "ui/widgets/tl-tunnel-style.h"

/* The shortest band. */
#define MIN_BAND 4
/* With less room than that a word can't be read. */
#define MIN_LABEL 28
#define SPACING 5
/* As far as a mark that begins out of sight reaches there. */
#define CUT 13

struct _TlNarrativeMark
{
  GtkWidget parent_instance;

  /* Children */
  GtkWidget *band;
  GtkWidget *sign;  /* that accounts do not agree; NULL until there is one to be made */
  GtkWidget *label; /* NULL until it has been seen */

  /* Owned */
  TlRecord *record;
  char     *text;
  char     *tooltip;

  double span;  /* pixels that its time takes */
  guint serial; /* of what it shows */
  TlTunnelState state;
  gboolean is_occupied;
};

G_DEFINE_FINAL_TYPE (TlNarrativeMark, tl_narrative_mark, GTK_TYPE_WIDGET)

static void
set_class (TlNarrativeMark *self,
           const char      *name,
           gboolean         on)
{
  if (on)
    gtk_widget_add_css_class (GTK_WIDGET (self), name);
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), name);
}

/* What is read on it: an account says what was seen, in the lane of who saw it. */
static char *
dup_text (TlReview *review,
          TlRecord *record,
          TlRecord *event)
{
  if (tl_record_is (record, "account"))
    {
      const char *saw = tl_record_get_text (record, "saw");
      const char *thought = tl_record_get_text (record, "thought");

      if (saw != NULL || thought != NULL)
        return g_strdup_printf ("“%s”", saw != NULL ? saw : thought);
      return tl_review_dup_title (review, event);
    }
  if (tl_record_is (record, "telling"))
    {
      const char *told_id = tl_record_get_text (record, "told");
      TlRecord *told = told_id != NULL ? tl_review_lookup (review, told_id) : NULL;
      g_autofree char *name = told != NULL ? tl_review_dup_title (review, told) : g_strdup (_("somebody"));
      const char *what = tl_record_get_text (record, "what");

      return what != NULL ? g_strdup_printf ("→ %s: %s", name, what) : g_strdup_printf ("→ %s", name);
    }
  return tl_review_dup_title (review, record);
}

static char *
dup_story (TlReview *review,
           TlRecord *record)
{
  if (tl_record_is (record, "account"))
    return tl_narrative_words_account (review, record);
  if (tl_record_is (record, "telling"))
    return tl_narrative_words_telling (review, record);
  if (tl_record_is (record, "event"))
    return tl_narrative_words_story (review, record);

  g_autofree char *date = tl_narrative_words_date (record);
  g_autofree char *title = tl_review_dup_title (review, record);
  const char *const *events = tl_record_get_list (record, "events");
  guint n = g_strv_length ((GStrv) events);
  g_autofree char *count = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u event", "%u events", n), n);
  /* Translators: an episode: when, its title, and how many events belong to it. */
  return g_strdup_printf (_("Episode, %s: %s; %s"), date, title != NULL ? title : "", count);
}

/* An event carries the sign for all that is said of it, an account and a telling only their own. */
static gboolean
is_contradicted (TlReview              *review,
                 const TlNarrativeItem *item)
{
  g_autoptr (GPtrArray) contradictions = tl_contradictions_find (review, item->event);

  for (guint i = 0; i < contradictions->len; i++)
    {
      const TlContradiction *contradiction = g_ptr_array_index (contradictions, i);

      if (item->record == item->event || item->record == contradiction->record || item->record == contradiction->other)
        return TRUE;
    }
  return FALSE;
}

static void
update_sign (TlNarrativeMark *self,
             gboolean         on)
{
  set_class (self, "contradiction", on);
  if (on && self->sign == NULL)
    {
      self->sign = gtk_label_new ("≠");
      gtk_widget_add_css_class (self->sign, "sign");
      gtk_widget_insert_after (self->sign, GTK_WIDGET (self), self->band);
    }
  else if (!on)
    g_clear_pointer (&self->sign, gtk_widget_unparent);
}

/* Through someone's eyes what occupied them comes before what they saw. */
static void
show_text (TlNarrativeMark *self)
{
  gboolean is_forward = self->is_occupied && tl_record_is (self->record, "account");
  const char *occupied = is_forward ? tl_record_get_text (self->record, "occupied") : NULL;
  g_autofree char *text = occupied != NULL ? g_strdup_printf (_("Occupied with: %s"), occupied) : NULL;

  if (self->label != NULL)
    gtk_label_set_label (GTK_LABEL (self->label), text != NULL ? text : self->text);
}

/* Only what is in sight has a label, for there can be thousands that are not. */
static void
need_label (TlNarrativeMark *self)
{
  if (self->label != NULL)
    return;
  self->label = gtk_label_new (self->text);
  gtk_label_set_ellipsize (GTK_LABEL (self->label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (self->label), 0);
  gtk_label_set_single_line_mode (GTK_LABEL (self->label), TRUE);
  gtk_widget_insert_before (self->label, GTK_WIDGET (self), NULL);
  show_text (self);
}

/* GtkWidget overrides */

static void
tl_narrative_mark_measure (GtkWidget      *widget,
                           GtkOrientation  orientation,
                           int             for_size,
                           int            *minimum,
                           int            *natural,
                           int            *minimum_baseline,
                           int            *natural_baseline)
{
  TlNarrativeMark *self = TL_NARRATIVE_MARK (widget);

  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_VERTICAL && self->label != NULL)
    gtk_widget_measure (self->label, orientation, -1, minimum, natural, NULL, NULL);
}

static void
allocate_at (GtkWidget *self,
             GtkWidget *child,
             int        x,
             int        width,
             int        total,
             int        height)
{
  gboolean is_right = gtk_widget_get_direction (self) == GTK_TEXT_DIR_RTL;

  gtk_widget_size_allocate (child, &(GtkAllocation) { is_right ? total - x - width : x, 0, width, height }, -1);
}

static void
tl_narrative_mark_size_allocate (GtkWidget *widget,
                                 int        width,
                                 int        height,
                                 int        baseline)
{
  TlNarrativeMark *self = TL_NARRATIVE_MARK (widget);
  gboolean is_long = self->span > width || gtk_widget_has_css_class (widget, "cut-start");
  int band = CLAMP ((int) (is_long ? width : self->span), MIN_BAND, MAX (width, MIN_BAND));
  int x = SPACING + (band < MIN_LABEL ? band : gtk_widget_has_css_class (widget, "cut-start") ? CUT : 0);
  int minimum;

  gtk_widget_measure (self->band, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  allocate_at (widget, self->band, 0, MAX (band, minimum), width, height);
  if (self->sign != NULL)
    {
      int sign_width;

      gtk_widget_measure (self->sign, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &sign_width, NULL, NULL);
      allocate_at (widget, self->sign, x, sign_width, width, height);
      x += sign_width + SPACING;
    }
  if (self->label == NULL)
    return;
  gtk_widget_set_child_visible (self->label, width - x >= MIN_LABEL);
  gtk_widget_measure (self->label, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  if (width - x >= MIN_LABEL)
    allocate_at (widget, self->label, x, MAX (width - x, minimum), width, height);
}

static gboolean
tl_narrative_mark_query_tooltip (GtkWidget  *widget,
                                 int         x,
                                 int         y,
                                 gboolean    keyboard,
                                 GtkTooltip *tooltip)
{
  gtk_tooltip_set_text (tooltip, TL_NARRATIVE_MARK (widget)->tooltip);
  return TL_NARRATIVE_MARK (widget)->tooltip != NULL;
}

/* GObject overrides */

static void
tl_narrative_mark_dispose (GObject *object)
{
  TlNarrativeMark *self = TL_NARRATIVE_MARK (object);

  g_clear_pointer (&self->band, gtk_widget_unparent);
  g_clear_pointer (&self->sign, gtk_widget_unparent);
  g_clear_pointer (&self->label, gtk_widget_unparent);
  g_clear_object (&self->record);

  G_OBJECT_CLASS (tl_narrative_mark_parent_class)->dispose (object);
}

static void
tl_narrative_mark_finalize (GObject *object)
{
  TlNarrativeMark *self = TL_NARRATIVE_MARK (object);

  g_free (self->text);
  g_free (self->tooltip);

  G_OBJECT_CLASS (tl_narrative_mark_parent_class)->finalize (object);
}

static void
tl_narrative_mark_class_init (TlNarrativeMarkClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tl_narrative_mark_dispose;
  object_class->finalize = tl_narrative_mark_finalize;
  widget_class->measure = tl_narrative_mark_measure;
  widget_class->size_allocate = tl_narrative_mark_size_allocate;
  widget_class->query_tooltip = tl_narrative_mark_query_tooltip;
  gtk_widget_class_set_css_name (widget_class, "mark");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
}

static void
tl_narrative_mark_init (TlNarrativeMark *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  self->band = g_object_new (GTK_TYPE_BOX, "css-name", "band", "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                             NULL);
  gtk_widget_set_parent (self->band, GTK_WIDGET (self));
}

/**
 * tl_narrative_mark_new:
 *
 * Returns: (transfer floating): a mark of nothing yet
 */
GtkWidget *
tl_narrative_mark_new (void)
{
  return g_object_new (TL_TYPE_NARRATIVE_MARK, NULL);
}

/**
 * tl_narrative_mark_update:
 *
 * Shows @item as it is now; nothing is done where that is what it shows already.
 */
void
tl_narrative_mark_update (TlNarrativeMark       *self,
                          TlReview              *review,
                          const TlNarrativeItem *item)
{
  g_return_if_fail (TL_IS_NARRATIVE_MARK (self) && item != NULL);

  if (item->serial == self->serial)
    return;
  self->serial = item->serial;

  g_autofree char *story = dup_story (review, item->record);

  g_set_object (&self->record, item->record);
  g_free (self->text);
  self->text = dup_text (review, item->record, item->event);
  if (self->text == NULL || self->text[0] == '\0')
    {
      g_free (self->text);
      self->text = g_strdup (_(tl_record_get_kind (item->record)->label));
    }
  show_text (self);

  update_sign (self, item->event != NULL && is_contradicted (review, item));
  gtk_widget_add_css_class (GTK_WIDGET (self), tl_record_get_kind (item->record)->name);
  set_class (self, "soft", item->dated && item->sure_from > item->sure_to);
  set_class (self, "undated", !item->dated);

  g_free (self->tooltip);
  self->tooltip = g_strdup (story);
  if (tl_record_is (item->record, "account"))
    {
      g_autofree char *event = tl_narrative_words_story (review, item->event);
      g_autofree char *account = g_steal_pointer (&self->tooltip);
      self->tooltip = g_strdup_printf ("%s\n\n%s", account, event);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, story, -1);
}

/**
 * tl_narrative_mark_show:
 * @pixels: how long its time is
 *
 * Makes ready for being seen.
 */
void
tl_narrative_mark_show (TlNarrativeMark *self,
                        double           pixels)
{
  g_return_if_fail (TL_IS_NARRATIVE_MARK (self));

  need_label (self);
  if (self->span == pixels)
    return;
  self->span = pixels;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

void
tl_narrative_mark_set_selected (TlNarrativeMark *self,
                                gboolean         selected)
{
  g_return_if_fail (TL_IS_NARRATIVE_MARK (self));

  if (selected == gtk_widget_has_css_class (GTK_WIDGET (self), "selected"))
    return;
  set_class (self, "selected", selected);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED, selected, -1);
}

/**
 * tl_narrative_mark_set_state:
 * @state: whether it was known to the one whose eyes are looked through
 * @is_occupied: whether it says what occupied them
 */
void
tl_narrative_mark_set_state (TlNarrativeMark *self,
                             TlTunnelState    state,
                             gboolean         is_occupied)
{
  g_return_if_fail (TL_IS_NARRATIVE_MARK (self));

  if (state == self->state && is_occupied == self->is_occupied)
    return;
  self->state = state;
  self->is_occupied = is_occupied;
  tl_tunnel_style_set (GTK_WIDGET (self), state);
  set_class (self, "tunnel-occupied", is_occupied);
  show_text (self);

  const char *words = tl_tunnel_words_state (state);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  words != NULL ? words : "", -1);
}

/**
 * tl_narrative_mark_get_record:
 *
 * Returns: (transfer none) (nullable): what it is a mark of
 */
TlRecord *
tl_narrative_mark_get_record (TlNarrativeMark *self)
{
  g_return_val_if_fail (TL_IS_NARRATIVE_MARK (self), NULL);
  return self->record;
}
