/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What stands for several marks that find no room at one place: how many they are. The view opens it. */
#include "config.h"

#include "ui/narrative/tl-narrative-fold.h"

#include <glib/gi18n.h>

struct _TlNarrativeFold
{
  GtkWidget parent_instance;

  GtkWidget *label;
  guint      n;
};

G_DEFINE_FINAL_TYPE (TlNarrativeFold, tl_narrative_fold, GTK_TYPE_WIDGET)

/* It has the room of one mark, however many digits that is. */
static void
tl_narrative_fold_measure (GtkWidget      *widget,
                           GtkOrientation  orientation,
                           int             for_size,
                           int            *minimum,
                           int            *natural,
                           int            *minimum_baseline,
                           int            *natural_baseline)
{
  gtk_widget_measure (TL_NARRATIVE_FOLD (widget)->label, orientation, for_size, minimum, natural, NULL, NULL);
}

static void
tl_narrative_fold_size_allocate (GtkWidget *widget,
                                 int        width,
                                 int        height,
                                 int        baseline)
{
  gtk_widget_size_allocate (TL_NARRATIVE_FOLD (widget)->label, &(GtkAllocation) { 0, 0, width, height }, -1);
}

static void
tl_narrative_fold_dispose (GObject *object)
{
  g_clear_pointer (&TL_NARRATIVE_FOLD (object)->label, gtk_widget_unparent);
  G_OBJECT_CLASS (tl_narrative_fold_parent_class)->dispose (object);
}

static void
tl_narrative_fold_class_init (TlNarrativeFoldClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_narrative_fold_dispose;
  widget_class->measure = tl_narrative_fold_measure;
  widget_class->size_allocate = tl_narrative_fold_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "fold");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_BUTTON);
}

static void
tl_narrative_fold_init (TlNarrativeFold *self)
{
  self->label = gtk_label_new (NULL);
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
}

/**
 * tl_narrative_fold_new:
 *
 * Returns: (transfer floating): a fold of nothing yet
 */
GtkWidget *
tl_narrative_fold_new (void)
{
  return g_object_new (TL_TYPE_NARRATIVE_FOLD, NULL);
}

void
tl_narrative_fold_set_count (TlNarrativeFold *self,
                             guint            n)
{
  g_return_if_fail (TL_IS_NARRATIVE_FOLD (self));

  if (n == self->n)
    return;

  g_autofree char *text = g_strdup_printf ("%u", n);
  g_autofree char *name
      = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u more here", "%u more here, folded together", n), n);

  self->n = n;
  gtk_label_set_label (GTK_LABEL (self->label), text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}
