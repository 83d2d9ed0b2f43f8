/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a code means: definition, what belongs to it, what is coded elsewhere, an example. */
#include "config.h"

#include "ui/typology/tl-code-details.h"

#include <glib/gi18n.h>

struct _TlCodeDetails
{
  AdwBin parent_instance;

  GtkWidget *box;
};

G_DEFINE_FINAL_TYPE (TlCodeDetails, tl_code_details, ADW_TYPE_BIN)

static void
add_label (TlCodeDetails *self,
           const char    *text,
           const char    *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_selectable (GTK_LABEL (label), FALSE);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (self->box), label);
}

static void
add_part (TlCodeDetails *self,
          const char    *heading,
          const char    *text)
{
  if (text == NULL)
    return;
  if (heading != NULL)
    add_label (self, heading, "heading");
  add_label (self, text, NULL);
}

static void
tl_code_details_class_init (TlCodeDetailsClass *klass)
{
}

static void
tl_code_details_init (TlCodeDetails *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_add_css_class (self->box, "page");
  adw_bin_set_child (ADW_BIN (self), self->box);
}

/**
 * tl_code_details_new:
 *
 * Returns: (transfer floating): details of no code
 */
GtkWidget *
tl_code_details_new (void)
{
  return g_object_new (TL_TYPE_CODE_DETAILS, NULL);
}

/**
 * tl_code_details_set_code:
 * @code: (nullable): what to explain
 */
void
tl_code_details_set_code (TlCodeDetails *self,
                          TlCode        *code)
{
  GtkWidget *child;

  g_return_if_fail (TL_IS_CODE_DETAILS (self));

  while ((child = gtk_widget_get_first_child (self->box)) != NULL)
    gtk_box_remove (GTK_BOX (self->box), child);

  if (code == NULL)
    {
      add_label (self, _("Choose a code to read what it means."), "dim-label");
      return;
    }

  g_autofree char *title = tl_code_dup_title (code);
  add_label (self, title, "title-4");
  if (tl_code_get_deprecated (code))
    add_label (self, _("Kept for older reviews only"), "dim-label");
  add_part (self, NULL, tl_code_get_definition (code));
  add_part (self, _("Belongs here"), tl_code_get_include (code));
  add_part (self, _("Is coded elsewhere"), tl_code_get_exclude (code));
  add_part (self, _("Example"), tl_code_get_example (code));
}
