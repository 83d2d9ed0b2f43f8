/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An extract: where it stands in its source, what it quotes, when it was known, and the claims that it is for and
 * against, with the ways to attach it to more. It is dragged onto a factor or link to the same end. */
#include "config.h"

#include "ui/evidence/tl-extract-card.h"

#include <glib/gi18n.h>

#include "model/base/tl-date.h"
#include "model/base/tl-text.h"
#include "model/case/tl-tunnel-words.h"
#include "ui/widgets/tl-icon-button.h"
#include "ui/widgets/tl-tunnel-style.h"
#include "ui/widgets/tl-wording.h"

/* Pixels from the pointer to what is dragged. */
#define ICON_DISTANCE 12

struct _TlExtractCard
{
  GtkListBoxRow parent_instance;

  TlReview *review;  /* owned */
  TlRecord *extract; /* owned */
  GPtrArray *claims; /* owned strings: what the claims were shown for */

  GtkWidget *place;
  GtkWidget *quotation;
  GtkWidget *note;
  GtkWidget *lost;
  GtkWidget *lost_label;
  GtkWidget *find_again;
  GtkWidget *claims_box;
};

G_DEFINE_FINAL_TYPE (TlExtractCard, tl_extract_card, GTK_TYPE_LIST_BOX_ROW)

static void
set_action (GtkWidget  *button,
            const char *action,
            const char *id)
{
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", id);
}

static GtkWidget *
make_label (const char *css_class,
            int         lines)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (label), lines);
  if (lines > 0)
    gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static char *
dup_date (const char *text)
{
  TlDate date;

  return tl_date_parse (text, &date) ? tl_date_format (&date) : g_strdup (text);
}

/* Claims */

static gboolean
is_against (TlRecord *support)
{
  return g_strcmp0 (tl_record_get_text (support, "stance"), "against") == 0;
}

static TlRecord *
get_claim (TlExtractCard *self,
           TlRecord      *support)
{
  const char *id = tl_record_get_text (support, "target");

  return id != NULL ? tl_review_lookup (self->review, id) : NULL;
}

/* What a claim is shown for; one line is made anew only if it differs. */
static char *
dup_signature (TlExtractCard *self,
               TlRecord      *support)
{
  g_autofree char *title = tl_review_dup_title (self->review, get_claim (self, support));

  return g_strjoin ("\n", tl_record_get_id (support), is_against (support) ? "against" : "for", title, NULL);
}

static GtkWidget *
make_claim (TlExtractCard *self,
            TlRecord      *support)
{
  TlRecord *claim = get_claim (self, support);
  g_autofree char *title = tl_review_dup_title (self->review, claim);
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *stance = gtk_label_new (is_against (support) ? _("Against") : _("For"));
  GtkWidget *label = make_label (NULL, 2);
  GtkWidget *button = gtk_button_new ();

  gtk_widget_add_css_class (stance, "stance");
  gtk_widget_add_css_class (stance, is_against (support) ? "against" : "for");
  gtk_widget_set_valign (stance, GTK_ALIGN_CENTER);
  gtk_label_set_text (GTK_LABEL (label), title);
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_set_hexpand (button, TRUE);
  gtk_widget_set_tooltip_text (button, _("Go there"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_widget_add_css_class (button, "flat");
  set_action (button, "win.reveal", tl_record_get_id (claim));
  gtk_box_append (GTK_BOX (row), stance);
  gtk_box_append (GTK_BOX (row), button);

  if (!tl_review_get_read_only (self->review))
    {
      g_autofree char *name = tl_wording_name (self->review, claim);
      g_autofree char *detach = g_strdup_printf (_("Detach from “%s”"), name);

      gtk_box_append (GTK_BOX (row), tl_icon_button_new_for ("edit-clear-symbolic", detach, "sources.detach",
                                                             tl_record_get_id (support)));
    }
  return row;
}

static void
show_claims (TlExtractCard *self)
{
  g_autoptr (GPtrArray) supports
      = tl_review_get_referrers (self->review, tl_record_get_id (self->extract), "support", "extract");
  g_autoptr (GPtrArray) shown = g_ptr_array_new ();
  g_autoptr (GPtrArray) claims = g_ptr_array_new_with_free_func (g_free);
  GtkWidget *child;

  for (guint against = 0; against < 2; against++)
    {
      for (guint i = 0; i < supports->len; i++)
        {
          TlRecord *support = g_ptr_array_index (supports, i);

          if (get_claim (self, support) == NULL || is_against (support) != (against == 1))
            continue;
          g_ptr_array_add (shown, support);
          g_ptr_array_add (claims, dup_signature (self, support));
        }
    }
  gboolean same = claims->len == self->claims->len;
  for (guint i = 0; same && i < claims->len; i++)
    same = g_str_equal (g_ptr_array_index (claims, i), g_ptr_array_index (self->claims, i));
  if (same)
    return;

  while ((child = gtk_widget_get_first_child (self->claims_box)) != NULL)
    gtk_box_remove (GTK_BOX (self->claims_box), child);
  for (guint i = 0; i < shown->len; i++)
    gtk_box_append (GTK_BOX (self->claims_box), make_claim (self, g_ptr_array_index (shown, i)));
  g_ptr_array_unref (self->claims);
  self->claims = g_steal_pointer (&claims);
}

/* Parts */

static GdkContentProvider *
drag_prepare_cb (GtkDragSource *source,
                 double         x,
                 double         y,
                 TlExtractCard *self)
{
  g_autoptr (GdkPaintable) icon = gtk_widget_paintable_new (self->quotation);

  /* Above the pointer, for beneath it stands what will come of it. */
  gtk_drag_source_set_icon (source, icon, 0, gdk_paintable_get_intrinsic_height (icon) + ICON_DISTANCE);
  return gdk_content_provider_new_typed (TL_TYPE_RECORD, self->extract);
}

static void
add_item (GMenu      *menu,
          const char *label,
          const char *action,
          const char *id)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "s", id);
  g_menu_append_item (menu, item);
}

static GtkWidget *
make_menu (TlExtractCard *self)
{
  const char *id = tl_record_get_id (self->extract);
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) make = g_menu_new ();
  g_autoptr (GMenu) remove = g_menu_new ();

  add_item (make, _("Make a _Factor of It"), "sources.make-factor", id);
  add_item (make, _("Make an _Event of It"), "sources.make-event", id);
  add_item (make, _("Make It an _Account of an Event…"), "sources.make-account", id);
  add_item (remove, _("_Remove the Mark"), "win.remove", id);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (make));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (remove));

  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _("What can be made of this extract"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("What can be made of this extract"), -1);
  return button;
}

static GtkWidget *
make_attach (TlExtractCard *self,
             const char    *label,
             const char    *tooltip,
             const char    *action)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "attach");
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, tooltip, -1);
  set_action (button, action, tl_record_get_id (self->extract));
  return button;
}

static GtkWidget *
make_header (TlExtractCard *self)
{
  GtkWidget *header = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 3);

  self->place = make_label ("caption", 3);
  gtk_label_set_wrap_mode (GTK_LABEL (self->place), PANGO_WRAP_WORD);
  gtk_widget_set_hexpand (self->place, TRUE);
  gtk_box_append (GTK_BOX (header), self->place);
  if (!tl_review_get_read_only (self->review))
    {
      gtk_box_append (GTK_BOX (header), make_attach (self, _("For…"), _("Attach it for a factor or link"),
                                                     "sources.attach-for"));
      gtk_box_append (GTK_BOX (header), make_attach (self, _("Against…"), _("Attach it against a factor or link"),
                                                     "sources.attach-against"));
      gtk_box_append (GTK_BOX (header), make_menu (self));
    }
  return header;
}

static GtkWidget *
make_lost (TlExtractCard *self)
{
  self->lost = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  self->lost_label = make_label ("warning", 0);
  gtk_widget_set_hexpand (self->lost_label, TRUE);
  self->find_again = gtk_button_new_with_label (_("Find Again"));
  gtk_widget_set_valign (self->find_again, GTK_ALIGN_CENTER);
  set_action (self->find_again, "sources.find-again", tl_record_get_id (self->extract));
  gtk_box_append (GTK_BOX (self->lost), self->lost_label);
  gtk_box_append (GTK_BOX (self->lost), self->find_again);
  return self->lost;
}

static void
fill (TlExtractCard *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkDragSource *drag = gtk_drag_source_new ();

  self->quotation = make_label ("quotation", 4);
  self->note = make_label ("dim-label", 3);
  self->claims_box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append (GTK_BOX (box), make_header (self));
  gtk_box_append (GTK_BOX (box), self->quotation);
  gtk_box_append (GTK_BOX (box), self->note);
  gtk_box_append (GTK_BOX (box), make_lost (self));
  gtk_box_append (GTK_BOX (box), self->claims_box);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  gtk_widget_add_css_class (GTK_WIDGET (self), "extract");

  if (tl_review_get_read_only (self->review))
    return;
  gtk_drag_source_set_actions (drag, GDK_ACTION_COPY | GDK_ACTION_LINK);
  g_signal_connect_object (drag, "prepare", G_CALLBACK (drag_prepare_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (g_steal_pointer (&drag)));
}

/* GObject overrides */

static void
tl_extract_card_dispose (GObject *object)
{
  TlExtractCard *self = TL_EXTRACT_CARD (object);

  g_clear_object (&self->extract);
  g_clear_object (&self->review);
  G_OBJECT_CLASS (tl_extract_card_parent_class)->dispose (object);
}

static void
tl_extract_card_finalize (GObject *object)
{
  g_ptr_array_unref (TL_EXTRACT_CARD (object)->claims);
  G_OBJECT_CLASS (tl_extract_card_parent_class)->finalize (object);
}

static void
tl_extract_card_class_init (TlExtractCardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tl_extract_card_dispose;
  G_OBJECT_CLASS (klass)->finalize = tl_extract_card_finalize;
}

static void
tl_extract_card_init (TlExtractCard *self)
{
  self->claims = g_ptr_array_new_with_free_func (g_free);
}

/**
 * tl_extract_card_new:
 * @review: a review
 * @extract: one of its extracts
 *
 * Returns: (transfer floating): a card that is to be refreshed
 */
GtkWidget *
tl_extract_card_new (TlReview *review,
                     TlRecord *extract)
{
  g_return_val_if_fail (TL_IS_REVIEW (review) && tl_record_is (extract, "extract"), NULL);

  TlExtractCard *self = g_object_new (TL_TYPE_EXTRACT_CARD, NULL);

  self->review = g_object_ref (review);
  self->extract = g_object_ref (extract);
  fill (self);
  return GTK_WIDGET (self);
}

/**
 * tl_extract_card_get_extract:
 *
 * Returns: (transfer none): the extract
 */
TlRecord *
tl_extract_card_get_extract (TlExtractCard *self)
{
  g_return_val_if_fail (TL_IS_EXTRACT_CARD (self), NULL);
  return self->extract;
}

static char *
dup_place (TlExtractCard        *self,
           const TlExtractPlace *place,
           TlTunnelState         state)
{
  const char *known = tl_record_get_text (self->extract, "known_from");
  g_autofree char *anchor = tl_extract_place_dup_anchor (place);
  g_autofree char *date = known != NULL ? dup_date (known) : NULL;

  if (state != TL_TUNNEL_OUTSIDE)
    return g_strdup_printf ("%s · %s", anchor, tl_tunnel_words_state (state));
  if (date != NULL)
    /* Translators: a place in a document, and since when it was known what stands there. */
    return g_strdup_printf (_("%s · known from %s"), anchor, date);
  return g_strdup_printf (_("%s · not noted when it was known"), anchor);
}

/**
 * tl_extract_card_refresh:
 * @place: where the extract is in the text of its source
 * @state: whether it was known to the one whose eyes are looked through
 *
 * Shows what the review says now.
 */
void
tl_extract_card_refresh (TlExtractCard        *self,
                         const TlExtractPlace *place,
                         TlTunnelState         state)
{
  g_return_if_fail (TL_IS_EXTRACT_CARD (self) && place != NULL && place->extract == self->extract);

  const char *note = tl_record_get_text (self->extract, "note");
  const char *words = tl_record_get_text (self->extract, "quotation");
  g_autofree char *line = tl_text_one_line (words != NULL ? words : "", NULL);
  g_autofree char *quotation = g_strdup_printf (_("“%s”"), line);
  g_autofree char *where = dup_place (self, place, state);

  gtk_label_set_text (GTK_LABEL (self->place), where);
  gtk_label_set_text (GTK_LABEL (self->quotation), quotation);
  gtk_label_set_text (GTK_LABEL (self->note), note);
  gtk_widget_set_visible (self->note, note != NULL);
  gtk_widget_set_visible (self->lost, place->state != TL_EXTRACT_IN_PLACE);
  gtk_widget_set_visible (self->find_again,
                          place->state == TL_EXTRACT_ELSEWHERE && !tl_review_get_read_only (self->review));
  gtk_label_set_text (GTK_LABEL (self->lost_label), place->state == TL_EXTRACT_LOST
                                                        ? _("The text no longer says this.")
                                                        : _("No longer found at its place, but elsewhere."));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, quotation,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, where, -1);
  tl_tunnel_style_set (GTK_WIDGET (self), state);
  show_claims (self);
}
