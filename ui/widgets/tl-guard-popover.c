/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a guarded expression hides and what to ask instead; lets it be kept, with a reason or without. */
#include "config.h"

#include "ui/widgets/tl-guard-popover.h"

#include <glib/gi18n.h>

#include "ui/widgets/tl-label-button.h"

#define WIDTH_CHARS 44
#define LEAST_CHARS 28 /* so that it fits beside a narrow field at 200 % */

struct _TlGuardPopover
{
  GtkPopover parent_instance;

  char      *words;
  GtkWidget *reason;
};

G_DEFINE_FINAL_TYPE (TlGuardPopover, tl_guard_popover, GTK_TYPE_POPOVER)

static guint keep_signal;

static void
keep_cb (TlGuardPopover *self)
{
  g_signal_emit (self, keep_signal, 0, self->words, gtk_editable_get_text (GTK_EDITABLE (self->reason)));
  gtk_popover_popdown (GTK_POPOVER (self));
}

static void
add_words_cb (TlGuardPopover *self)
{
  GtkWidget *owner = gtk_widget_get_parent (GTK_WIDGET (self));

  gtk_popover_popdown (GTK_POPOVER (self));
  gtk_widget_activate_action (owner, "app.guard-words", "s", self->words);
}

static GtkWidget *
make_label (const char *text,
            const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_max_width_chars (GTK_LABEL (label), WIDTH_CHARS);
  gtk_label_set_width_chars (GTK_LABEL (label), LEAST_CHARS);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
make_keep (TlGuardPopover *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *button = tl_label_button_new (_("_Keep"));

  self->reason = gtk_entry_new ();
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->reason), _("Keep, because…"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->reason), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Reason for keeping these words"), -1);
  gtk_widget_set_hexpand (self->reason, TRUE);
  g_signal_connect_object (self->reason, "activate", G_CALLBACK (keep_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (button, "clicked", G_CALLBACK (keep_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), self->reason);
  gtk_box_append (GTK_BOX (box), button);
  return box;
}

static void
tl_guard_popover_finalize (GObject *object)
{
  g_free (TL_GUARD_POPOVER (object)->words);
  G_OBJECT_CLASS (tl_guard_popover_parent_class)->finalize (object);
}

static void
tl_guard_popover_class_init (TlGuardPopoverClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tl_guard_popover_finalize;

  /**
   * TlGuardPopover::keep:
   * @words: the expression
   * @reason: why, or an empty string
   */
  keep_signal = g_signal_new ("keep", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                              2, G_TYPE_STRING, G_TYPE_STRING);
}

static void
tl_guard_popover_init (TlGuardPopover *self)
{
}

/**
 * tl_guard_popover_new:
 * @hit: what was found
 * @can_keep: whether the text may be changed
 *
 * Returns: (transfer floating): the popover, to be given a parent
 */
GtkWidget *
tl_guard_popover_new (const TlWordHit *hit,
                      gboolean         can_keep)
{
  g_return_val_if_fail (hit != NULL, NULL);

  TlGuardPopover *self = g_object_new (TL_TYPE_GUARD_POPOVER, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  /* Translators: the words of a person's text that the guard marks. */
  g_autofree char *title = g_strdup_printf (_("“%s”"), hit->text);
  GtkWidget *add = tl_label_button_new (_("_Words of Your Own…"));

  self->words = g_strdup (hit->text);
  gtk_box_append (GTK_BOX (box), make_label (title, "heading"));
  gtk_box_append (GTK_BOX (box), make_label (hit->explanation, NULL));
  gtk_box_append (GTK_BOX (box), make_label (_("Ask instead"), "caption-heading"));
  gtk_box_append (GTK_BOX (box), make_label (hit->question, NULL));
  if (can_keep)
    gtk_box_append (GTK_BOX (box), make_keep (self));
  gtk_widget_add_css_class (add, "flat");
  gtk_widget_set_halign (add, GTK_ALIGN_START);
  g_signal_connect_object (add, "clicked", G_CALLBACK (add_words_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), add);
  gtk_popover_set_child (GTK_POPOVER (self), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Guarded expression"),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, hit->explanation, -1);
  return GTK_WIDGET (self);
}
