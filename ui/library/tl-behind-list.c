/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What stands behind a count: reviews, and of each the de-identified factors, findings or texts. Of counts that are
 * protected it says only that it is for the office's own eyes. */
#include "config.h"

#include "ui/library/tl-behind-list.h"

#include <glib/gi18n.h>

#include "model/questions/tl-count.h"
#include "model/record/tl-kind.h"
#include "ui/widgets/tl-icon-button.h"
#include "ui/widgets/tl-wrapped.h"

/* Of a pseudonym so much is shown; the rest is in the tooltip. */
#define N_SHOWN 8

struct _TlBehindList
{
  AdwBin parent_instance;

  /* Of the tree of widgets */
  GtkLabel   *head;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (TlBehindList, tl_behind_list, ADW_TYPE_BIN)

/* What was looked for stands out in weight and by a line below it, so that no colour is needed to see it. */
static void
mark (GtkLabel     *label,
      const GArray *marks)
{
  g_autoptr (PangoAttrList) list = pango_attr_list_new ();

  for (guint i = 0; i < marks->len; i++)
    {
      const TlSearchMark *found = &g_array_index (marks, TlSearchMark, i);
      PangoAttribute *attributes[] = { pango_attr_weight_new (PANGO_WEIGHT_BOLD),
                                       pango_attr_underline_new (PANGO_UNDERLINE_SINGLE) };

      for (guint j = 0; j < G_N_ELEMENTS (attributes); j++)
        {
          attributes[j]->start_index = (guint) found->start;
          attributes[j]->end_index = (guint) found->end;
          pango_attr_list_insert (list, attributes[j]);
        }
    }
  gtk_label_set_attributes (label, list);
}

static const char *
name_kind (const char *name)
{
  const TlKind *kind = tl_kind_lookup (name);

  return kind != NULL ? _(kind->label) : name;
}

/* "Finding", with the way to others like it. */
static GtkWidget *
make_kind (const TlInstance       *instance,
           const TlInstanceRecord *record)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *kind = tl_wrapped_new (name_kind (record->kind), "caption");

  gtk_widget_add_css_class (kind, "dim-label");
  gtk_widget_set_hexpand (kind, TRUE);
  gtk_box_append (GTK_BOX (box), kind);
  if (g_str_equal (record->kind, "finding"))
    {
      GtkWidget *like = tl_icon_button_new ("edit-find-symbolic", _("Findings Like This One"));

      gtk_widget_add_css_class (like, "flat");
      gtk_actionable_set_action_name (GTK_ACTIONABLE (like), "win.findings-like");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (like), "(ss)", instance->review, record->id);
      gtk_box_append (GTK_BOX (box), like);
    }
  return box;
}

static GtkWidget *
make_record (const TlInstance       *instance,
             const TlInstanceRecord *record)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *text = tl_wrapped_new (record->text != NULL && record->text[0] != '\0' ? record->text : _("Not released"),
                                record->text != NULL ? NULL : "dim-label");

  if (record->marks != NULL)
    mark (GTK_LABEL (text), record->marks);
  gtk_label_set_selectable (GTK_LABEL (text), TRUE);
  gtk_box_append (GTK_BOX (box), make_kind (instance, record));
  gtk_box_append (GTK_BOX (box), text);
  return box;
}

/* "Review 1f2e3d4c, 2014", with the way to its record. */
static GtkWidget *
make_head (const TlInstance *instance,
           const char       *name)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = tl_wrapped_new (name, "heading");
  GtkWidget *show = tl_icon_button_new ("go-jump-symbolic", _("Show the Record"));

  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_tooltip_text (label, instance->review);
  gtk_widget_add_css_class (show, "flat");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (show), "win.show-learning-record");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (show), "s", instance->review);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), show);
  return box;
}

static char *
dup_name (const TlInstance *instance)
{
  g_autofree char *shown = g_strndup (instance->review, N_SHOWN);

  /* Translators: a review by the beginning of its pseudonym, and its year */
  return instance->year > 0 ? g_strdup_printf (_("Review %s, %u"), shown, instance->year)
                            : g_strdup_printf (_("Review %s"), shown);
}

static GtkWidget *
make_row (const TlInstance *instance)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  g_autofree char *name = dup_name (instance);

  gtk_widget_add_css_class (box, "behind");
  gtk_box_append (GTK_BOX (box), make_head (instance, name));
  for (guint i = 0; i < instance->records->len; i++)
    gtk_box_append (GTK_BOX (box), make_record (instance, instance->records->pdata[i]));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", instance->review);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.show-learning-record");
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return row;
}

/* To the first review; where none is shown, to what is said instead. */
static gboolean
tl_behind_list_grab_focus (GtkWidget *widget)
{
  TlBehindList *self = TL_BEHIND_LIST (widget);
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, 0);

  return gtk_widget_grab_focus (row != NULL ? GTK_WIDGET (row) : GTK_WIDGET (self->head));
}

static void
tl_behind_list_class_init (TlBehindListClass *klass)
{
  GTK_WIDGET_CLASS (klass)->grab_focus = tl_behind_list_grab_focus;
}

static void
tl_behind_list_init (TlBehindList *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->head = GTK_LABEL (tl_wrapped_new (NULL, NULL));
  gtk_label_set_selectable (self->head, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->head), "behind-head");
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_list_box_set_activate_on_single_click (self->list, FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "behind-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Reviews behind the count"), -1);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->list));
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->head));
  gtk_box_append (GTK_BOX (box), scrolled);
  adw_bin_set_child (ADW_BIN (self), box);
}

/**
 * tl_behind_list_new:
 *
 * Returns: (transfer floating): a list of nothing
 */
GtkWidget *
tl_behind_list_new (void)
{
  return g_object_new (TL_TYPE_BEHIND_LIST, NULL);
}

/**
 * tl_behind_list_say:
 * @sentence: what to do to see something
 *
 * Empties the list.
 */
void
tl_behind_list_say (TlBehindList *self,
                    const char   *sentence)
{
  GtkListBoxRow *row;

  g_return_if_fail (TL_IS_BEHIND_LIST (self) && sentence != NULL);

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  gtk_label_set_text (self->head, sentence);
}

/**
 * tl_behind_list_set_protected:
 *
 * Says why nothing is shown of a count that is protected.
 */
void
tl_behind_list_set_protected (TlBehindList *self)
{
  tl_behind_list_say (self, _("Which reviews are counted is for the office’s own eyes. To see them, switch on “Small "
                              "counts shown” above."));
}

/**
 * tl_behind_list_set_instances:
 * @instances: (element-type TlInstance): what stands behind a count
 * @reviews: the count
 */
void
tl_behind_list_set_instances (TlBehindList *self,
                              GPtrArray    *instances,
                              gint64        reviews)
{
  g_return_if_fail (TL_IS_BEHIND_LIST (self) && instances != NULL);

  guint n = (guint) MAX (reviews, 0);
  g_autofree char *all = n == 0 ? g_strdup (_("In no review"))
                                : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "In %u review", "In %u reviews", n),
                                                   n);
  g_autofree char *first = g_strdup_printf (_("%s; the first %u are shown"), all, instances->len);

  tl_behind_list_say (self, instances->len < n ? first : all);
  for (guint i = 0; i < instances->len; i++)
    gtk_list_box_append (self->list, make_row (instances->pdata[i]));
}
