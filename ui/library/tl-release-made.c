/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Says that a release was made and where, and opens its pieces ("win.open-uri"). Not shown while none was made. */
#include "config.h"

#include "ui/library/tl-release-made.h"

#include <glib/gi18n.h>

#include "ui/widgets/tl-label-button.h"
#include "ui/widgets/tl-wrap-layout.h"
#include "ui/widgets/tl-wrapped.h"

/* Of the sentence: the buttons go beneath it rather than press it together. */
#define LEAST_CHARS 24

struct _TlReleaseMade
{
  AdwBin parent_instance;

  /* Of the tree of widgets */
  GtkRevealer *revealer;
  GtkLabel    *label;
  GtkWidget   *page;
  GtkWidget   *document;
  GtkWidget   *place;
};

G_DEFINE_FINAL_TYPE (TlReleaseMade, tl_release_made, ADW_TYPE_BIN)

static void
tl_release_made_class_init (TlReleaseMadeClass *klass)
{
}

static GtkWidget *
add_button (GtkWidget  *box,
            const char *label)
{
  GtkWidget *button = tl_label_button_new (label);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), button);
  return button;
}

static void
tl_release_made_init (TlReleaseMade *self)
{
  GtkWidget *box = tl_wrap_box_new (6);

  self->label = GTK_LABEL (tl_wrapped_new (NULL, NULL));
  gtk_label_set_width_chars (self->label, LEAST_CHARS);
  gtk_widget_set_hexpand (GTK_WIDGET (self->label), TRUE);
  gtk_widget_add_css_class (box, "notice");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->label));
  self->page = add_button (box, _("Open _Page"));
  self->document = add_button (box, _("Open D_ocument"));
  self->place = add_button (box, _("Open _Folder"));
  self->revealer = GTK_REVEALER (gtk_revealer_new ());
  gtk_revealer_set_child (self->revealer, box);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->revealer));
}

/**
 * tl_release_made_new:
 *
 * Returns: (transfer floating): a notice that is not shown yet
 */
GtkWidget *
tl_release_made_new (void)
{
  return g_object_new (TL_TYPE_RELEASE_MADE, NULL);
}

/* What is in @folder; without @name, the folder. */
static void
set_target (GtkWidget  *button,
            const char *folder,
            const char *name)
{
  g_autofree char *path = name != NULL ? g_build_filename (folder, name, NULL) : g_strdup (folder);
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);

  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", uri != NULL ? uri : "");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.open-uri");
}

/**
 * tl_release_made_set:
 * @release: what was made
 * @target: the folder that it was made in, or a zip
 *
 * Says so.
 */
void
tl_release_made_set (TlReleaseMade   *self,
                     const TlRelease *release,
                     const char      *target)
{
  g_return_if_fail (TL_IS_RELEASE_MADE (self) && release != NULL && target != NULL);

  gboolean in_folder = g_file_test (target, G_FILE_TEST_IS_DIR);
  g_autofree char *folder = in_folder ? g_strdup (target) : g_path_get_dirname (target);
  g_autofree char *name = g_filename_display_basename (target);
  g_autofree char *sentence = g_strdup_printf (_("Release %" G_GINT64_FORMAT " was made: “%s”."), release->number,
                                               name);

  gtk_label_set_text (self->label, sentence);
  gtk_widget_set_visible (self->page, in_folder);
  gtk_widget_set_visible (self->document, in_folder);
  set_target (self->page, folder, "release.html");
  set_target (self->document, folder, "release.odt");
  set_target (self->place, folder, NULL);
  gtk_revealer_set_reveal_child (self->revealer, TRUE);
}

/**
 * tl_release_made_clear:
 *
 * Goes out of sight.
 */
void
tl_release_made_clear (TlReleaseMade *self)
{
  g_return_if_fail (TL_IS_RELEASE_MADE (self));
  gtk_revealer_set_reveal_child (self->revealer, FALSE);
}
