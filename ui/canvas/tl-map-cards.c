/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What stands on a map: cards, the marks of links, the names of lanes. They look as on the canvas, and say to whoever
 * hears them what the picture shows. */
#include "config.h"

#include "ui/canvas/tl-map-private.h"

#include <glib/gi18n.h>

#include "ui/widgets/tl-icon-button.h"

static GtkWidget *
make_box (const char         *css_name,
          GtkAccessibleRole   role,
          const char         *name)
{
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "css-name", css_name, "accessible-role", role, "orientation",
                                 GTK_ORIENTATION_VERTICAL, "focusable", TRUE, NULL);

  gtk_widget_set_tooltip_text (box, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return box;
}

static GtkWidget *
make_label (const char *text,
            const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  return label;
}

/* Makes the card of a factor. */
GtkWidget *
_tl_map_card_new (const TlPictureFactor *factor)
{
  const char *statement = tl_picture_factor_get_statement (factor);
  g_autofree char *reviews = factor->mark != NULL ? g_strdup_printf (_("%s reviews"), factor->mark) : g_strdup ("");
  /* Translators: a code with its name, in how many reviews it is, and how many links lead to it and from it. */
  g_autofree char *name = g_strdup_printf (_("%s %s, %s. Contributed to by %u, contributes to %u."), factor->kind,
                                           statement, reviews, factor->n_causes, factor->n_effects);
  GtkWidget *card = make_box ("factor", GTK_ACCESSIBLE_ROLE_BUTTON, name);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *text = make_label (statement, NULL);

  gtk_box_append (GTK_BOX (line), make_label (factor->kind, "kind"));
  gtk_widget_set_hexpand (gtk_widget_get_first_child (line), TRUE);
  gtk_box_append (GTK_BOX (line), make_label (factor->mark, "mark"));
  gtk_label_set_wrap (GTK_LABEL (text), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (text), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (text), 3);
  gtk_label_set_width_chars (GTK_LABEL (text), 8);
  gtk_box_append (GTK_BOX (card), line);
  gtk_box_append (GTK_BOX (card), text);
  return card;
}

/* Makes what stands at the middle of a link. */
GtkWidget *
_tl_map_mark_new (const TlPicture     *picture,
                  const TlPictureLink *link)
{
  /* Translators: a link between two codes, and in how many reviews it is. */
  g_autofree char *name
    = g_strdup_printf (_("%s → %s: %s reviews"),
                       tl_picture_factor_get_statement (tl_picture_get_factor (picture, link->cause)),
                       tl_picture_factor_get_statement (tl_picture_get_factor (picture, link->effect)), link->marks);
  GtkWidget *mark = make_box ("maplink", GTK_ACCESSIBLE_ROLE_BUTTON, name);

  gtk_box_append (GTK_BOX (mark), make_label (link->marks, NULL));
  gtk_label_set_xalign (GTK_LABEL (gtk_widget_get_first_child (mark)), 0.5);
  gtk_widget_set_visible (mark, link->marks[0] != '\0');
  return mark;
}

/* Makes the name of a lane. */
GtkWidget *
_tl_map_name_new (const char *title)
{
  GtkWidget *name = make_label (title, "lane-name");

  gtk_widget_set_can_target (name, FALSE);
  gtk_widget_set_visible (name, title != NULL);
  return name;
}

/* Makes the buttons to come nearer and go away. */
GtkWidget *
_tl_map_tools_new (void)
{
  static const struct {
    const char *icon;
    const char *title;
    const char *action;
  } tools[] = {
    { "zoom-out-symbolic", N_("Go Further Away"), "map.zoom-out" },
    { "zoom-in-symbolic", N_("Come Nearer"), "map.zoom-in" },
    { "zoom-fit-best-symbolic", N_("Show All"), "map.fit" },
  };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  for (guint i = 0; i < G_N_ELEMENTS (tools); i++)
    {
      GtkWidget *button = tl_icon_button_new (tools[i].icon, _(tools[i].title));

      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), tools[i].action);
      gtk_box_append (GTK_BOX (box), button);
    }
  gtk_widget_add_css_class (box, "linked");
  return box;
}
