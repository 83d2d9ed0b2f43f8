/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A pattern as a card: what it is called, from how many factors and episodes it is gathered, in which findings it went,
 * and its factors. Factors are dropped on it, and it is dragged to another category. */
#include "config.h"

#include "ui/findings/tl-pattern-card.h"

#include <glib/gi18n.h>

#include "model/case/tl-pattern.h"
#include "model/review/tl-review-terms.h"
#include "ui/findings/tl-factor-drag.h"

/* Of more factors the first are shown, until asked for the rest. */
#define MAX_FOLDED 8

struct _TlPatternCard
{
  AdwBin parent_instance;

  TlSelection *selection; /* owned */
  TlRecord    *pattern;   /* owned */

  GtkWidget    *header;
  GtkWidget    *title;
  GtkWidget    *facts;
  TlFactorList *list;
  GtkWidget    *more;

  guint unfolded : 1;
};

G_DEFINE_FINAL_TYPE (TlPatternCard, tl_pattern_card, ADW_TYPE_BIN)

static TlReview *
get_review (TlPatternCard *self)
{
  return tl_selection_get_review (self->selection);
}

/* Words */

static char *
dup_findings (TlPatternCard *self)
{
  g_autoptr (GPtrArray) findings
      = tl_review_get_referrers (get_review (self), tl_record_get_id (self->pattern), "finding", "patterns");
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < findings->len; i++)
    {
      gint64 number = tl_record_get_int (g_ptr_array_index (findings, i), "number", 0);

      if (number > 0)
        g_string_append_printf (words, words->len > 0 ? ", %" G_GINT64_FORMAT : "%" G_GINT64_FORMAT, number);
    }
  if (words->len == 0)
    {
      g_string_free (words, TRUE);
      return tl_review_dup_phrase (get_review (self),
                                   findings->len > 0 ? _("in a {finding}") : _("in no {finding} yet"));
    }

  g_autofree char *numbers = g_string_free (words, FALSE);
  /* Translators: the numbers of the findings that a pattern went into, as in "finding 2, 5"; the space doesn't break */
  g_autofree char *which = g_strdup_printf (_("{finding}\302\240%s"), numbers);
  return tl_review_dup_phrase (get_review (self), which);
}

/* (transfer full): "7 factors from 3 episodes · finding 1" */
static char *
dup_facts (TlPatternCard *self,
           guint          n_factors)
{
  g_autoptr (GPtrArray) episodes = tl_pattern_find_episodes (get_review (self), self->pattern);
  g_autofree char *factors
      = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u factor", "%u factors", n_factors), n_factors);
  g_autofree char *findings = dup_findings (self);
  g_autofree char *from = episodes->len > 0
                              ? g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "from %u episode", "from %u episodes",
                                                              episodes->len),
                                                 episodes->len)
                              : g_strdup (_("from no episode"));

  /* Translators: of a pattern: "7 factors", "from 3 episodes", "finding 1" */
  return g_strdup_printf (_("%s %s · %s"), factors, from, findings);
}

/* Callbacks */

static void
follow (TlPatternCard *self)
{
  gboolean selected = tl_selection_contains (self->selection, tl_record_get_id (self->pattern));

  if (selected)
    gtk_widget_set_state_flags (GTK_WIDGET (self), GTK_STATE_FLAG_SELECTED, FALSE);
  else
    gtk_widget_unset_state_flags (GTK_WIDGET (self), GTK_STATE_FLAG_SELECTED);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED, selected, -1);
}

static void
focused_cb (TlPatternCard           *self,
            GParamSpec              *pspec,
            GtkEventControllerFocus *focus)
{
  if (gtk_event_controller_focus_is_focus (focus))
    tl_selection_set_one (self->selection, tl_record_get_id (self->pattern));
}

static void
pressed_cb (TlPatternCard *self,
            int            n_press)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
  tl_selection_set_one (self->selection, tl_record_get_id (self->pattern));
  if (n_press == 2)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.focus-inspector", NULL);
}

static void
more_clicked_cb (TlPatternCard *self)
{
  self->unfolded = !self->unfolded;
  tl_pattern_card_refresh (self);
}

static GdkContentProvider *
drag_prepare_cb (GtkDragSource *source,
                 double         x,
                 double         y,
                 TlPatternCard *self)
{
  g_autoptr (GdkPaintable) icon = gtk_widget_paintable_new (self->header);

  gtk_drag_source_set_icon (source, icon, (int) x, (int) y);
  return gdk_content_provider_new_typed (TL_TYPE_RECORD, self->pattern);
}

/* What comes from another pattern is taken out of it, unless it is copied. */
static gboolean
dropped_cb (TlPatternCard *self,
            const GValue  *value,
            double         x,
            double         y,
            GtkDropTarget *target)
{
  TlFactorDrag *drag = g_value_get_object (value);
  GdkDrop *drop = gtk_drop_target_get_current_drop (target);
  gboolean copies = drop != NULL && gdk_drop_get_actions (drop) == GDK_ACTION_COPY;
  const char *from = copies ? NULL : tl_factor_drag_get_from (drag);

  return gtk_widget_activate_action (GTK_WIDGET (self), "patterns.put", "(ss^as)", from != NULL ? from : "",
                                     tl_record_get_id (self->pattern), tl_factor_drag_get_ids (drag));
}

/* Parts */

static GtkWidget *
make_header (TlPatternCard *self)
{
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkGesture *click = gtk_gesture_click_new ();

  self->header = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 3);
  self->title = gtk_label_new (NULL);
  self->facts = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->title), 0);
  gtk_label_set_wrap (GTK_LABEL (self->title), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->title), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (self->title, "title");
  gtk_label_set_xalign (GTK_LABEL (self->facts), 0);
  gtk_label_set_wrap (GTK_LABEL (self->facts), TRUE);
  gtk_widget_add_css_class (self->facts, "caption");
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (words), self->title);
  gtk_box_append (GTK_BOX (words), self->facts);
  gtk_box_append (GTK_BOX (self->header), words);
  gtk_widget_add_css_class (self->header, "header");
  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->header, GTK_EVENT_CONTROLLER (click));
  return self->header;
}

static void
accept_drags (TlPatternCard *self)
{
  GtkDragSource *drag = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (TL_TYPE_FACTOR_DRAG, GDK_ACTION_MOVE | GDK_ACTION_COPY);

  gtk_drag_source_set_actions (drag, GDK_ACTION_MOVE);
  g_signal_connect_object (drag, "prepare", G_CALLBACK (drag_prepare_cb), self, 0);
  gtk_widget_add_controller (self->header, GTK_EVENT_CONTROLLER (drag));
  g_signal_connect_object (target, "drop", G_CALLBACK (dropped_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

static void
fill (TlPatternCard *self,
      TlMethod      *method)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->list = TL_FACTOR_LIST (tl_factor_list_new (self->selection, method, self->pattern,
                                                   _("Factors of the pattern")));
  self->more = gtk_button_new ();
  gtk_widget_add_css_class (self->more, "flat");
  g_signal_connect_object (self->more, "clicked", G_CALLBACK (more_clicked_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), make_header (self));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->list));
  gtk_box_append (GTK_BOX (box), self->more);
  adw_bin_set_child (ADW_BIN (self), box);
  g_signal_connect_object (focus, "notify::is-focus", G_CALLBACK (focused_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}

/* GtkWidget overrides */

/* The card comes before what is in it; a bin by itself would be passed over. What is in it is not below it, so that an
 * arrow would find nothing there. */
static gboolean
tl_pattern_card_focus (GtkWidget       *widget,
                       GtkDirectionType direction)
{
  GtkWidget *content = adw_bin_get_child (ADW_BIN (widget));
  gboolean back = direction == GTK_DIR_TAB_BACKWARD || direction == GTK_DIR_UP || direction == GTK_DIR_LEFT;

  if (gtk_widget_is_focus (widget))
    return !back && gtk_widget_child_focus (content, GTK_DIR_TAB_FORWARD);
  if (gtk_widget_get_focus_child (widget) != NULL)
    return gtk_widget_child_focus (content, direction) || (back && gtk_widget_grab_focus (widget));
  return (back && gtk_widget_child_focus (content, direction)) || gtk_widget_grab_focus (widget);
}

/* GObject overrides */

static void
tl_pattern_card_finalize (GObject *object)
{
  TlPatternCard *self = TL_PATTERN_CARD (object);

  g_clear_object (&self->selection);
  g_clear_object (&self->pattern);
  G_OBJECT_CLASS (tl_pattern_card_parent_class)->finalize (object);
}

static void
tl_pattern_card_class_init (TlPatternCardClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tl_pattern_card_finalize;
  GTK_WIDGET_CLASS (klass)->focus = tl_pattern_card_focus;
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "patterncard");
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_LIST_ITEM);
}

static void
tl_pattern_card_init (TlPatternCard *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
}

/**
 * tl_pattern_card_new:
 * @selection: the window's selection
 * @method: (nullable): the review's method
 * @pattern: a pattern
 *
 * Returns: (transfer floating): a card that is to be refreshed
 */
GtkWidget *
tl_pattern_card_new (TlSelection *selection,
                     TlMethod    *method,
                     TlRecord    *pattern)
{
  g_return_val_if_fail (TL_IS_SELECTION (selection) && tl_record_is (pattern, "pattern"), NULL);

  TlPatternCard *self = g_object_new (TL_TYPE_PATTERN_CARD, NULL);

  self->selection = g_object_ref (selection);
  self->pattern = g_object_ref (pattern);
  fill (self, method);
  if (!tl_review_get_read_only (get_review (self)))
    accept_drags (self);
  g_signal_connect_object (selection, "changed", G_CALLBACK (follow), self, G_CONNECT_SWAPPED);
  follow (self);
  return GTK_WIDGET (self);
}

/**
 * tl_pattern_card_get_pattern:
 *
 * Returns: (transfer none): the pattern
 */
TlRecord *
tl_pattern_card_get_pattern (TlPatternCard *self)
{
  g_return_val_if_fail (TL_IS_PATTERN_CARD (self), NULL);
  return self->pattern;
}

/**
 * tl_pattern_card_get_list:
 *
 * Returns: (transfer none): its factors
 */
TlFactorList *
tl_pattern_card_get_list (TlPatternCard *self)
{
  g_return_val_if_fail (TL_IS_PATTERN_CARD (self), NULL);
  return self->list;
}

static void
show_factors (TlPatternCard *self,
              GPtrArray     *factors)
{
  guint n_more = factors->len > MAX_FOLDED ? factors->len - MAX_FOLDED : 0;
  g_autofree char *label = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u More", "%u More", n_more), n_more);

  if (n_more > 0 && !self->unfolded)
    g_ptr_array_set_size (factors, MAX_FOLDED);
  tl_factor_list_show (self->list, factors);
  gtk_widget_set_visible (GTK_WIDGET (self->list), factors->len > 0);
  gtk_widget_set_visible (self->more, n_more > 0);
  gtk_button_set_label (GTK_BUTTON (self->more), self->unfolded ? _("Show Fewer") : label);
}

/**
 * tl_pattern_card_refresh:
 *
 * Shows what the review says now.
 */
void
tl_pattern_card_refresh (TlPatternCard *self)
{
  g_return_if_fail (TL_IS_PATTERN_CARD (self));

  g_autoptr (GPtrArray) factors = tl_pattern_find_factors (get_review (self), self->pattern);
  const char *given = tl_record_get_text (self->pattern, "title");
  const char *title = given != NULL ? given : _("No title yet");
  g_autofree char *facts = dup_facts (self, factors->len);
  g_autofree char *spoken = g_strdup_printf (_("Pattern “%s”, %s"), title, facts);

  gtk_label_set_text (GTK_LABEL (self->title), title);
  gtk_label_set_text (GTK_LABEL (self->facts), facts);
  gtk_widget_set_tooltip_text (self->header, tl_record_get_text (self->pattern, "explanation"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  show_factors (self, factors);
}

/**
 * tl_pattern_card_unfold:
 *
 * Shows all of its factors.
 */
void
tl_pattern_card_unfold (TlPatternCard *self)
{
  g_return_if_fail (TL_IS_PATTERN_CARD (self));

  if (self->unfolded)
    return;
  self->unfolded = TRUE;
  tl_pattern_card_refresh (self);
}
