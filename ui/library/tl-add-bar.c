/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How far the adding of records is, with a button that gives it up ("win.cancel-add"). Not shown while nothing is
 * added. */
#include "config.h"

#include "ui/library/tl-add-bar.h"

#include <glib/gi18n.h>

#include "model/library/tl-pace.h"

#include "ui/widgets/tl-label-button.h"

struct _TlAddBar
{
  AdwBin parent_instance;

  /* Of the tree of widgets */
  GtkRevealer    *revealer;
  GtkLabel       *label;
  GtkLabel       *file;
  GtkProgressBar *bar;

  TlPace pace; /* all 0 while nothing is added */
};

G_DEFINE_FINAL_TYPE (TlAddBar, tl_add_bar, ADW_TYPE_BIN)

static void
tl_add_bar_class_init (TlAddBarClass *klass)
{
}

static GtkWidget *
make_texts (TlAddBar *self)
{
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self->label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->label, 0);
  gtk_widget_add_css_class (GTK_WIDGET (self->label), "numeric");
  self->file = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->file, 0);
  gtk_label_set_ellipsize (self->file, PANGO_ELLIPSIZE_MIDDLE);
  gtk_widget_set_hexpand (GTK_WIDGET (self->file), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->file), "dim-label");
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->label));
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->file));

  self->bar = GTK_PROGRESS_BAR (gtk_progress_bar_new ());
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->bar), GTK_ACCESSIBLE_RELATION_LABELLED_BY, self->label, NULL,
                                  -1);
  gtk_box_append (GTK_BOX (texts), line);
  gtk_box_append (GTK_BOX (texts), GTK_WIDGET (self->bar));
  gtk_widget_set_valign (texts, GTK_ALIGN_CENTER);
  return texts;
}

static void
tl_add_bar_init (TlAddBar *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *cancel = tl_label_button_new (_("_Cancel"));

  gtk_actionable_set_action_name (GTK_ACTIONABLE (cancel), "win.cancel-add");
  gtk_widget_set_tooltip_text (cancel, _("Stop adding; what has been taken in stays"));
  gtk_widget_set_valign (cancel, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (box, "notice");
  gtk_box_append (GTK_BOX (box), make_texts (self));
  gtk_box_append (GTK_BOX (box), cancel);

  self->revealer = GTK_REVEALER (gtk_revealer_new ());
  gtk_revealer_set_child (self->revealer, box);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->revealer));
}

/**
 * tl_add_bar_begin:
 *
 * Shows that files are being looked for.
 */
void
tl_add_bar_begin (TlAddBar *self)
{
  g_return_if_fail (TL_IS_ADD_BAR (self));

  self->pace = (TlPace) { g_get_monotonic_time () };
  gtk_label_set_text (self->label, _("Looking for records…"));
  gtk_label_set_text (self->file, "");
  gtk_progress_bar_set_fraction (self->bar, 0);
  gtk_revealer_set_reveal_child (self->revealer, TRUE);
}

/**
 * tl_add_bar_set_done:
 * @done: files looked at
 * @total: files known of
 * @file: (nullable): the next one
 */
void
tl_add_bar_set_done (TlAddBar   *self,
                     guint       done,
                     guint       total,
                     const char *file)
{
  g_return_if_fail (TL_IS_ADD_BAR (self));

  if (self->pace.began == 0)
    tl_add_bar_begin (self);

  g_autofree char *text = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "Adding records: %u of %u file", "Adding records: %u of %u files", total), done,
      total);
  g_autofree char *pace = tl_pace_dup_words (&self->pace, g_get_monotonic_time (), done, total);
  g_autofree char *line = pace[0] != '\0' ? g_strdup_printf ("%s, %s", text, pace) : g_strdup (text);
  g_autofree char *name = file != NULL ? g_filename_display_basename (file) : NULL;

  gtk_label_set_text (self->label, line);
  gtk_label_set_text (self->file, name != NULL ? name : "");
  gtk_progress_bar_set_fraction (self->bar, total > 0 ? MIN (1.0, (double) done / total) : 0);
}

/**
 * tl_add_bar_set_giving_up:
 *
 * Shows that the file at hand is still finished.
 */
void
tl_add_bar_set_giving_up (TlAddBar *self)
{
  g_return_if_fail (TL_IS_ADD_BAR (self));

  gtk_label_set_text (self->label, _("Stopping…"));
  gtk_label_set_text (self->file, "");
}

/**
 * tl_add_bar_end:
 *
 * Goes out of sight.
 */
void
tl_add_bar_end (TlAddBar *self)
{
  g_return_if_fail (TL_IS_ADD_BAR (self));
  self->pace = (TlPace) { 0 };
  gtk_revealer_set_reveal_child (self->revealer, FALSE);
}
