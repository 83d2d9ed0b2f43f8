/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A passage by which somebody could be found out, with what a person can do about it: say it more generally, keep it
 * with a reason, withdraw the release of the text. G, K and W do the same. */
#include "config.h"

#include "ui/dialogs/tl-identifying-row.h"

#include <glib/gi18n.h>

#include "model/case/tl-kept-passage.h"
#include "ui/widgets/tl-report.h"

struct _TlIdentifyingRow
{
  AdwPreferencesRow parent_instance;

  /* Of the tree of widgets; NULL where there is nothing to do */
  GtkWidget *buttons;
  GtkWidget *generalise;
  GtkWidget *keep;
  GtkWidget *withdraw;
  GtkWidget *reason;  /* the entry of “Keep” */
  GtkWidget *instead; /* of “More Generally” */

  /* Owned references */
  TlReview *review;
  TlTier    tier;
  char     *record;
  char     *field;
  char     *passage;
  guint     start;
};

G_DEFINE_FINAL_TYPE (TlIdentifyingRow, tl_identifying_row, ADW_TYPE_PREFERENCES_ROW)

static void
report (TlIdentifyingRow *self,
        gboolean          done,
        const GError     *error)
{
  if (!done)
    tl_report_error (GTK_WIDGET (self), error);
}

/* Callbacks */

static void
generalise_cb (TlIdentifyingRow *self)
{
  const char *instead = gtk_editable_get_text (GTK_EDITABLE (self->instead));
  g_autoptr (GError) error = NULL;

  gtk_menu_button_popdown (GTK_MENU_BUTTON (self->generalise));
  report (self,
          tl_kept_passage_generalise (self->review, self->record, self->field, self->start, self->passage, instead,
                                      &error),
          error);
}

static void
keep_cb (TlIdentifyingRow *self)
{
  const char *reason = gtk_editable_get_text (GTK_EDITABLE (self->reason));
  g_autoptr (GError) error = NULL;

  gtk_menu_button_popdown (GTK_MENU_BUTTON (self->keep));
  report (self,
          tl_kept_passage_keep (self->review, self->record, self->field, self->passage, self->tier, reason, &error),
          error);
}

static void
withdraw_cb (TlIdentifyingRow *self)
{
  /* Translators: what a change is called in the history; a few words of a text */
  g_autofree char *label = g_strdup_printf (_("Withdraw the text with “%s”"), self->passage);
  g_autoptr (GError) error = NULL;
  TlEdit *edit = tl_edit_begin (self->review, label, &error);
  gboolean made = edit != NULL && tl_edit_withdraw (edit, self->record, self->field, &error);
  g_autofree char *change = edit != NULL ? tl_edit_finish (edit, made, &error) : NULL;

  report (self, change != NULL, error);
}

static void
decide_again_cb (TlIdentifyingRow *self)
{
  TlRecord *kept = tl_kept_passage_find (self->review, self->record, self->field, self->passage, self->tier);
  /* Translators: what a change is called in the history; a few words of a text */
  g_autofree char *label = g_strdup_printf (_("Decide again about “%s”"), self->passage);
  g_autoptr (GError) error = NULL;
  TlEdit *edit = kept != NULL ? tl_edit_begin (self->review, label, &error) : NULL;
  gboolean made = edit != NULL && tl_edit_remove (edit, tl_record_get_id (kept), &error);
  g_autofree char *change = edit != NULL ? tl_edit_finish (edit, made, &error) : NULL;

  report (self, change != NULL || kept == NULL, error);
}

static gboolean
key_pressed_cb (TlIdentifyingRow *self,
                guint             key,
                guint             code,
                GdkModifierType   state)
{
  GtkWidget *button = key == GDK_KEY_g ? self->generalise : key == GDK_KEY_k ? self->keep : self->withdraw;

  if ((state & gtk_accelerator_get_default_mod_mask ()) != 0
      || (key != GDK_KEY_g && key != GDK_KEY_k && key != GDK_KEY_w) || button == NULL)
    return GDK_EVENT_PROPAGATE;
  if (GTK_IS_MENU_BUTTON (button))
    gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  else
    g_signal_emit_by_name (button, "clicked");
  return GDK_EVENT_STOP;
}

/* Parts */

static GtkWidget *
make_label (const char *markup,
            gboolean    dim)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_markup (GTK_LABEL (label), markup);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (dim)
    {
      gtk_widget_add_css_class (label, "dim-label");
      gtk_widget_add_css_class (label, "caption");
    }
  return label;
}

/* A button that asks for a line of text; what is typed is done by @apply. */
static GtkWidget *
make_asking (TlIdentifyingRow *self,
             const char       *label,
             const char       *verb,
             const char       *question,
             const char       *text,
             GCallback         apply,
             GtkWidget       **entry)
{
  GtkWidget *button = gtk_menu_button_new (), *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6), *done = gtk_button_new_with_label (verb);
  g_autofree char *escaped = g_markup_escape_text (question, -1);
  GtkWidget *heading = make_label (escaped, FALSE);

  *entry = gtk_entry_new ();
  gtk_editable_set_text (GTK_EDITABLE (*entry), text);
  gtk_editable_set_width_chars (GTK_EDITABLE (*entry), 36);
  gtk_label_set_max_width_chars (GTK_LABEL (heading), 40);
  gtk_accessible_update_property (GTK_ACCESSIBLE (*entry), GTK_ACCESSIBLE_PROPERTY_LABEL, question, -1);
  gtk_widget_add_css_class (done, "suggested-action");
  gtk_widget_set_halign (done, GTK_ALIGN_END);
  g_signal_connect_object (*entry, "activate", apply, self, G_CONNECT_SWAPPED);
  g_signal_connect_object (done, "clicked", apply, self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), heading);
  gtk_box_append (GTK_BOX (box), *entry);
  gtk_box_append (GTK_BOX (box), done);
  gtk_popover_set_child (GTK_POPOVER (popover), box);

  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), label);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
  gtk_menu_button_set_always_show_arrow (GTK_MENU_BUTTON (button), TRUE);
  gtk_box_append (GTK_BOX (self->buttons), button);
  return button;
}

static GtkWidget *
make_button (TlIdentifyingRow *self,
             const char       *label,
             GCallback         clicked)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  g_signal_connect_object (button, "clicked", clicked, self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->buttons), button);
  return button;
}

static void
add_buttons (TlIdentifyingRow    *self,
             const TlIdentifying *passage,
             GtkWidget           *box)
{
  self->buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_box_append (GTK_BOX (box), self->buttons);
  if (passage->decided)
    {
      make_button (self, _("Decide Again"), G_CALLBACK (decide_again_cb));
      return;
    }
  self->generalise = make_asking (self, _("More Generally"), _("Replace"), passage->instead, passage->passage,
                                  G_CALLBACK (generalise_cb), &self->instead);
  self->keep = make_asking (self, _("Keep"), _("Keep"), _("Keep it as it is, because:"), "", G_CALLBACK (keep_cb),
                            &self->reason);
  if (passage->released)
    self->withdraw = make_button (self, _("Withdraw the Text"), G_CALLBACK (withdraw_cb));
}

/* GObject overrides */

static void
tl_identifying_row_finalize (GObject *object)
{
  TlIdentifyingRow *self = TL_IDENTIFYING_ROW (object);

  g_clear_object (&self->review);
  g_free (self->record);
  g_free (self->field);
  g_free (self->passage);

  G_OBJECT_CLASS (tl_identifying_row_parent_class)->finalize (object);
}

static void
tl_identifying_row_class_init (TlIdentifyingRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tl_identifying_row_finalize;
}

static void
tl_identifying_row_init (TlIdentifyingRow *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
}

/**
 * tl_identifying_row_new:
 * @review: a review
 * @tier: for whom it is to leave
 * @passage: a passage of it; only read now
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
tl_identifying_row_new (TlReview            *review,
                        TlTier               tier,
                        const TlIdentifying *passage)
{
  g_return_val_if_fail (TL_IS_REVIEW (review) && passage != NULL, NULL);

  TlIdentifyingRow *self = g_object_new (TL_TYPE_IDENTIFYING_ROW, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  g_autofree char *sentence = tl_identifying_dup_sentence (passage);
  g_autofree char *escaped = g_markup_escape_text (sentence, -1);
  g_autofree char *markup = g_markup_printf_escaped ("%s<b>%s</b>%s", passage->before, passage->passage,
                                                     passage->after);
  /* Translators: a passage, what it is and why it matters, the words around it */
  g_autofree char *name = g_strdup_printf (_("“%s”. %s In: %s%s%s"), passage->passage, sentence, passage->before,
                                           passage->passage, passage->after);

  self->review = g_object_ref (review);
  self->tier = tier;
  self->record = g_strdup (passage->record);
  self->field = g_strdup (passage->field->name);
  self->passage = g_strdup (passage->passage);
  self->start = passage->start;
  gtk_widget_add_css_class (box, "leaving");
  gtk_box_append (GTK_BOX (box), make_label (_(passage->field->label), TRUE));
  gtk_box_append (GTK_BOX (box), make_label (markup, FALSE));
  gtk_box_append (GTK_BOX (box), make_label (escaped, TRUE));
  if (passage->stands_in == NULL)
    add_buttons (self, passage, box);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return GTK_WIDGET (self);
}
