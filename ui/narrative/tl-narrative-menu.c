/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the narrative opens over itself: its menu, what is folded, and which accounts contradict each other. */
#include "config.h"

#include "ui/narrative/tl-narrative-view-private.h"

#include <glib/gi18n.h>

#include "model/case/tl-narrative-words.h"
#include "ui/widgets/tl-label-button.h"

/* Of a line in the list of what is folded. */
#define STORY_CHARS 56

/* To what had it before, if it is still there, unless it has gone elsewhere meanwhile. */
static void
give_back_keyboard (TlNarrativeView *self,
                    GtkWidget       *popover)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  gboolean ours = root != NULL && (focus == NULL || focus == popover || focus == GTK_WIDGET (self)
                                   || gtk_widget_is_ancestor (focus, popover));

  if (ours && (self->before == NULL || !gtk_widget_get_mapped (self->before) || !gtk_widget_grab_focus (self->before)))
    _tl_narrative_keys_focus_in (self);
}

static gboolean
let_go_cb (gpointer popover)
{
  GtkWidget *view = gtk_widget_get_parent (popover);

  if (view != NULL && TL_NARRATIVE_VIEW (view)->popover == NULL)
    {
      give_back_keyboard (TL_NARRATIVE_VIEW (view), popover);
      g_clear_weak_pointer (&TL_NARRATIVE_VIEW (view)->before);
    }
  gtk_widget_unparent (popover);
  return G_SOURCE_REMOVE;
}

/* The keyboard goes back at once, for the next key may come sooner than the popover has done with closing. GTK 4.18
 * then gives it to the view as a whole; so it goes back once more, and only then the popover goes. */
static void
closed_cb (TlNarrativeView *self,
           GtkWidget       *popover)
{
  if (self->popover == popover)
    {
      self->popover = NULL;
      give_back_keyboard (self, popover);
    }
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, let_go_cb, g_object_ref (popover), g_object_unref);
}

/**
 * _tl_narrative_popover_show:
 * @popover: (transfer floating): a popover, which goes when it closes
 * @at: what it points to
 */
void
_tl_narrative_popover_show (TlNarrativeView    *self,
                            GtkWidget          *popover,
                            const GdkRectangle *at)
{
  g_set_weak_pointer (&self->before, gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self))));
  gtk_widget_set_parent (popover, GTK_WIDGET (self));
  gtk_popover_set_pointing_to (GTK_POPOVER (popover), at);
  g_signal_connect_object (popover, "closed", G_CALLBACK (closed_cb), self, G_CONNECT_SWAPPED);
  self->popover = popover;
  gtk_popover_popup (GTK_POPOVER (popover));
}

/**
 * _tl_narrative_menu_popup:
 * @x: in the view, from the left
 *
 * Opens the menu of what is selected.
 */
void
_tl_narrative_menu_popup (TlNarrativeView *self,
                          double           x,
                          double           y)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) adds = g_menu_new ();
  g_autoptr (GMenu) changes = g_menu_new ();

  g_menu_append (adds, _("New _Event…"), "narrative.add-event");
  g_menu_append (adds, _("New _Account of It…"), "narrative.add-account");
  g_menu_append (adds, _("Who Was _Told of It…"), "narrative.add-telling");
  g_menu_append (adds, _("Add to E_pisode…"), "narrative.add-to-episode");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (adds));
  g_menu_append (changes, _("_Contradicts Another Account…"), "narrative.contradict");
  g_menu_append (changes, _("_Earlier"), "narrative.shift('left')");
  g_menu_append (changes, _("_Later"), "narrative.shift('right')");
  g_menu_append (changes, _("_Delete"), "narrative.delete");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (changes));

  GtkWidget *popover = gtk_popover_menu_new_from_model (G_MENU_MODEL (menu));
  gtk_popover_set_has_arrow (GTK_POPOVER (popover), FALSE);
  gtk_widget_set_halign (popover, GTK_ALIGN_START);
  _tl_narrative_actions_update (self);
  _tl_narrative_popover_show (self, popover, &(GdkRectangle) { (int) x, (int) y, 1, 1 });
}

/* What is folded */

static void
folded_activated_cb (TlNarrativeView *self,
                     GtkListBoxRow   *row)
{
  g_autofree char *id = g_strdup (gtk_widget_get_name (GTK_WIDGET (row)));

  gtk_popover_popdown (GTK_POPOVER (gtk_widget_get_ancestor (GTK_WIDGET (row), GTK_TYPE_POPOVER)));
  tl_selection_set_one (self->selection, id);
  _tl_narrative_keys_focus_record (self, id);
}

static GtkWidget *
make_story (TlNarrativeView        *self,
            const TlNarrativePlace *place)
{
  TlRecord *record = place->item->record;
  TlReview *review = tl_narrative_get_review (self->narrative);
  GtkWidget *row = gtk_list_box_row_new (), *label = gtk_label_new (NULL);
  g_autofree char *title = tl_review_dup_title (review, record);
  g_autofree char *date
      = tl_narrative_words_date (tl_record_is (record, "account") ? place->item->event : record);
  g_autofree char *text
      = g_strdup_printf ("%s: %s", date, title != NULL ? title : _(tl_record_get_kind (record)->label));

  gtk_label_set_label (GTK_LABEL (label), text);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), STORY_CHARS);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  gtk_widget_set_name (row, tl_record_get_id (record));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  return row;
}

/**
 * _tl_narrative_fold_popup:
 * @leader: the first of those that are folded
 *
 * Lists what is folded, to choose one.
 */
void
_tl_narrative_fold_popup (TlNarrativeView        *self,
                          const TlNarrativePlace *leader)
{
  GArray *places = leader->item->lane == TL_LANE_NONE ? self->episode_places : self->places;
  GtkWidget *popover = gtk_popover_new (), *list = gtk_list_box_new (), *scroller = gtk_scrolled_window_new ();
  graphene_rect_t bounds;

  for (guint i = 0; i < places->len; i++)
    {
      const TlNarrativePlace *place = &g_array_index (places, TlNarrativePlace, i);

      if (place->leader == leader->leader && place->item->lane == leader->item->lane)
        gtk_list_box_append (GTK_LIST_BOX (list), make_story (self, place));
    }
  gtk_widget_add_css_class (list, "navigation-sidebar");
  gtk_list_box_set_activate_on_single_click (GTK_LIST_BOX (list), TRUE);
  g_signal_connect_object (list, "row-activated", G_CALLBACK (folded_activated_cb), self, G_CONNECT_SWAPPED);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Folded together"), -1);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 320);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), list);
  gtk_popover_set_child (GTK_POPOVER (popover), scroller);
  if (leader->fold == NULL || !gtk_widget_compute_bounds (leader->fold, GTK_WIDGET (self), &bounds))
    graphene_rect_init (&bounds, 0, 0, 1, 1);
  _tl_narrative_popover_show (self, popover,
                              &(GdkRectangle) { (int) bounds.origin.x, (int) bounds.origin.y, (int) bounds.size.width,
                                                (int) bounds.size.height });
}

/* Contradictions */

typedef struct {
  TlNarrativeView *view; /* borrowed; it owns the popover that owns this */
  char            *account_id;
  GtkWidget       *popover;
  GtkWidget       *others; /* a box of check buttons, each named by the id of an account */
  GtkWidget       *how;
} Contradicting;

static void
contradicting_free (gpointer data)
{
  g_free (((Contradicting *) data)->account_id);
  g_free (data);
}

static void
mark_cb (Contradicting *contradicting)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *how = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (contradicting->how))));
  g_autofree char *account_id = g_strdup (contradicting->account_id);
  TlNarrativeView *view = contradicting->view;

  for (GtkWidget *check = gtk_widget_get_first_child (contradicting->others); check != NULL;
       check = gtk_widget_get_next_sibling (check))
    {
      if (gtk_check_button_get_active (GTK_CHECK_BUTTON (check)))
        g_ptr_array_add (ids, g_strdup (gtk_widget_get_name (check)));
    }
  g_ptr_array_add (ids, NULL);
  gtk_popover_popdown (GTK_POPOVER (contradicting->popover));
  if (tl_review_lookup (tl_narrative_get_review (view->narrative), account_id) != NULL)
    _tl_narrative_verb_contradict (view, account_id, (const char *const *) ids->pdata, how[0] != '\0' ? how : NULL);
}

static void
add_others (Contradicting *contradicting,
            TlReview      *review,
            TlRecord      *account)
{
  g_autoptr (GPtrArray) accounts
      = tl_review_get_referrers (review, tl_record_get_text (account, "event"), "account", "event");
  const char *const *named = tl_record_get_list (account, "contradicts");

  for (guint i = 0; i < accounts->len; i++)
    {
      TlRecord *other = g_ptr_array_index (accounts, i);
      const char *role_id = tl_record_get_text (other, "role");
      TlRecord *role = role_id != NULL ? tl_review_lookup (review, role_id) : NULL;

      if (other == account)
        continue;
      g_autofree char *title = role != NULL ? tl_review_dup_title (review, role) : g_strdup (_("Somebody"));
      GtkWidget *check = gtk_check_button_new_with_label (title);
      gtk_widget_set_name (check, tl_record_get_id (other));
      gtk_check_button_set_active (GTK_CHECK_BUTTON (check),
                                   accounts->len == 2 || g_strv_contains (named, tl_record_get_id (other)));
      gtk_box_append (GTK_BOX (contradicting->others), check);
    }
}

/**
 * _tl_narrative_contradict_popup:
 * @account: an account
 *
 * Asks which other accounts of the event it contradicts, and how.
 */
void
_tl_narrative_contradict_popup (TlNarrativeView *self,
                                TlRecord        *account)
{
  TlReview *review = tl_narrative_get_review (self->narrative);
  const TlNarrativePlace *place = _tl_narrative_places_find (self, tl_record_get_id (account));
  GtkWidget *popover = gtk_popover_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *head = gtk_label_new (_("Contradicts the account of"));
  GtkWidget *button = tl_label_button_new (_("_Mark"));
  Contradicting *contradicting = g_new0 (Contradicting, 1);
  const char *how = tl_record_get_text (account, "contradiction");
  graphene_rect_t bounds;

  *contradicting = (Contradicting) { self, g_strdup (tl_record_get_id (account)), popover,
                                     gtk_box_new (GTK_ORIENTATION_VERTICAL, 3), gtk_entry_new () };
  g_object_set_data_full (G_OBJECT (popover), "contradicting", contradicting, contradicting_free);
  add_others (contradicting, review, account);
  gtk_label_set_xalign (GTK_LABEL (head), 0);
  gtk_widget_add_css_class (head, "heading");
  gtk_editable_set_width_chars (GTK_EDITABLE (contradicting->how), 36);
  gtk_editable_set_text (GTK_EDITABLE (contradicting->how), how != NULL ? how : "");
  gtk_entry_set_placeholder_text (GTK_ENTRY (contradicting->how), _("How they contradict each other"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (contradicting->how), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("How they contradict each other"), -1);
  g_signal_connect_swapped (contradicting->how, "activate", G_CALLBACK (mark_cb), contradicting);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (mark_cb), contradicting);
  gtk_widget_add_css_class (button, "suggested-action");
  gtk_widget_set_halign (button, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (box), head);
  gtk_box_append (GTK_BOX (box), contradicting->others);
  gtk_box_append (GTK_BOX (box), contradicting->how);
  gtk_box_append (GTK_BOX (box), button);
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  if (place == NULL || place->widget == NULL
      || !gtk_widget_compute_bounds (place->widget, GTK_WIDGET (self), &bounds))
    graphene_rect_init (&bounds, 0, 0, 1, 1);
  _tl_narrative_popover_show (self, popover,
                              &(GdkRectangle) { (int) bounds.origin.x, (int) bounds.origin.y, (int) bounds.size.width,
                                                (int) bounds.size.height });
}
