/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the marks and colours of a lens mean, with how many factors have each, and for tags the code that is looked for.
 * It is there only while there is a lens. */
#include "config.h"

#include "ui/window/tl-lens-bar.h"

#include "ui/widgets/tl-drop-down-name.h"
#include "ui/widgets/tl-term.h"

#include <glib/gi18n.h>

#define MAX_ANSWERS_A_LINE 12

struct _TlLensBar
{
  AdwBin parent_instance;

  /* Owned */
  TlCanvasLens *lens;
  GPtrArray *codes; /* keys, in the order of the choice after "all" */

  /* Children */
  GtkWidget *title;
  GtkWidget *answers;
  GtkWidget *code;

  gboolean updating;
};

G_DEFINE_FINAL_TYPE (TlLensBar, tl_lens_bar, ADW_TYPE_BIN)

static GtkWidget *
make_answer (const TlLensAnswer *answer)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 5);
  g_autofree char *css_class = g_strdup_printf ("answer-%u", answer->colour);
  g_autofree char *text = g_strdup_printf ("%s: %u", answer->title, answer->n);
  GtkWidget *mark = gtk_label_new (answer->mark);

  gtk_widget_add_css_class (mark, "answer");
  gtk_widget_add_css_class (mark, css_class);
  gtk_box_append (GTK_BOX (box), mark);
  gtk_box_append (GTK_BOX (box), gtk_label_new (text));
  return box;
}

static void
update_answers (TlLensBar *self)
{
  guint n = tl_canvas_lens_get_n_answers (self->lens), all = 0;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->answers)) != NULL)
    gtk_flow_box_remove (GTK_FLOW_BOX (self->answers), child);
  for (guint i = 0; i < n; i++)
    {
      const TlLensAnswer *answer = tl_canvas_lens_get_answer (self->lens, i);

      gtk_flow_box_insert (GTK_FLOW_BOX (self->answers), make_answer (answer), -1);
      all += answer->n;
    }

  g_autofree char *base = g_strdup_printf (g_dngettext (NULL, "of %u factor", "of %u factors", all), all);
  GtkWidget *label = gtk_label_new (base);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_flow_box_insert (GTK_FLOW_BOX (self->answers), label, -1);
}

/* The codes that factors of the review have, once each. */
static void
collect_codes (TlLensBar     *self,
               GtkStringList *titles)
{
  TlReview *review = tl_canvas_lens_get_review (self->lens);
  TlRecordList *tags = tl_review_get_list (review, "tag");
  const TlField *field = tl_kind_find_field (tl_record_list_get_kind (tags), "code");

  for (guint i = 0; i < tl_record_list_get_n (tags); i++)
    {
      TlRecord *tag = tl_record_list_get (tags, i);
      const char *code = tl_record_get_text (tag, "code"), *target = tl_record_get_text (tag, "target");
      TlRecord *tagged = target != NULL ? tl_review_lookup (review, target) : NULL;
      g_autofree char *title = code != NULL ? tl_terms_dup_label (review, field, code) : NULL;

      if (code == NULL || tagged == NULL || !tl_record_is (tagged, "factor")
          || g_ptr_array_find_with_equal_func (self->codes, code, g_str_equal, NULL))
        continue;
      g_ptr_array_add (self->codes, g_strdup (code));
      gtk_string_list_append (titles, title != NULL ? title : code);
    }
}

static void
update_codes (TlLensBar *self)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  const char *chosen = tl_canvas_lens_get_code (self->lens);
  guint selected = 0;

  g_ptr_array_set_size (self->codes, 0);
  gtk_string_list_append (titles, _("All codes"));
  collect_codes (self, titles);
  for (guint i = 0; i < self->codes->len; i++)
    if (g_strcmp0 (chosen, g_ptr_array_index (self->codes, i)) == 0)
      selected = i + 1;
  self->updating = TRUE;
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->code), G_LIST_MODEL (titles));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->code), selected);
  self->updating = FALSE;
}

/* Callbacks */

static void
lens_changed_cb (TlLensBar *self)
{
  TlLensKind kind = tl_canvas_lens_get_kind (self->lens);
  g_autofree char *title = g_strdup_printf (_("%s:"), tl_lens_kind_get_title (kind));

  gtk_widget_set_visible (GTK_WIDGET (self), kind != TL_LENS_NONE);
  gtk_widget_set_visible (self->code, kind == TL_LENS_TAGS);
  gtk_label_set_label (GTK_LABEL (self->title), title);
  update_answers (self);
  if (kind == TL_LENS_TAGS)
    update_codes (self);
}

static void
code_selected_cb (TlLensBar *self)
{
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->code));

  if (self->updating)
    return;
  tl_canvas_lens_set_code (self->lens, selected > 0 && selected <= self->codes->len
                                           ? g_ptr_array_index (self->codes, selected - 1)
                                           : NULL);
}

static void
kind_selected_cb (TlCanvasLens *lens,
                  GParamSpec   *pspec,
                  GtkDropDown  *chooser)
{
  guint selected = gtk_drop_down_get_selected (chooser);

  if (selected < TL_N_LENSES)
    tl_canvas_lens_set_kind (lens, (TlLensKind) selected);
}

static void
follow_lens_cb (GtkDropDown  *chooser,
                TlCanvasLens *lens)
{
  gtk_drop_down_set_selected (chooser, (guint) tl_canvas_lens_get_kind (lens));
}

/* GObject overrides */

static void
tl_lens_bar_dispose (GObject *object)
{
  TlLensBar *self = TL_LENS_BAR (object);

  g_clear_object (&self->lens);
  g_clear_pointer (&self->codes, g_ptr_array_unref);
  G_OBJECT_CLASS (tl_lens_bar_parent_class)->dispose (object);
}

static void
tl_lens_bar_class_init (TlLensBarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tl_lens_bar_dispose;
}

static void
tl_lens_bar_init (TlLensBar *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);

  self->codes = g_ptr_array_new_with_free_func (g_free);
  self->title = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->title, "heading");
  gtk_widget_set_valign (self->title, GTK_ALIGN_START);
  gtk_widget_set_margin_top (self->title, 3);
  self->answers = gtk_flow_box_new ();
  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (self->answers), GTK_SELECTION_NONE);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (self->answers), MAX_ANSWERS_A_LINE);
  gtk_flow_box_set_column_spacing (GTK_FLOW_BOX (self->answers), 6);
  gtk_widget_set_hexpand (self->answers, TRUE);
  self->code = gtk_drop_down_new (NULL, NULL);
  tl_drop_down_set_name (GTK_DROP_DOWN (self->code), _("Code that is looked for"));
  g_signal_connect_object (self->code, "notify::selected", G_CALLBACK (code_selected_cb), self, G_CONNECT_SWAPPED);

  gtk_widget_add_css_class (box, "toolbar");
  gtk_box_append (GTK_BOX (box), self->title);
  gtk_box_append (GTK_BOX (box), self->code);
  gtk_box_append (GTK_BOX (box), self->answers);
  adw_bin_set_child (ADW_BIN (self), box);
}

/**
 * tl_lens_bar_new:
 *
 * Returns: (transfer floating): the bar that explains @lens
 */
GtkWidget *
tl_lens_bar_new (TlCanvasLens *lens)
{
  g_return_val_if_fail (TL_IS_CANVAS_LENS (lens), NULL);

  TlLensBar *self = g_object_new (TL_TYPE_LENS_BAR, NULL);

  self->lens = g_object_ref (lens);
  g_signal_connect_object (lens, "changed", G_CALLBACK (lens_changed_cb), self, G_CONNECT_SWAPPED);
  lens_changed_cb (self);
  return GTK_WIDGET (self);
}

/**
 * tl_lens_bar_new_chooser:
 *
 * Returns: (transfer floating): the menu in which one lens is chosen
 */
GtkWidget *
tl_lens_bar_new_chooser (TlCanvasLens *lens)
{
  const char *titles[TL_N_LENSES + 1] = { NULL };
  GtkWidget *chooser;

  g_return_val_if_fail (TL_IS_CANVAS_LENS (lens), NULL);

  for (guint i = 0; i < TL_N_LENSES; i++)
    titles[i] = tl_lens_kind_get_title ((TlLensKind) i);
  chooser = gtk_drop_down_new_from_strings (titles);
  gtk_widget_set_tooltip_text (chooser, _("What factors are coloured and marked by"));
  tl_drop_down_set_name (GTK_DROP_DOWN (chooser), _("What factors are coloured and marked by"));
  g_signal_connect_object (chooser, "notify::selected", G_CALLBACK (kind_selected_cb), lens, G_CONNECT_SWAPPED);
  g_signal_connect_object (lens, "changed", G_CALLBACK (follow_lens_cb), chooser, G_CONNECT_SWAPPED);
  return chooser;
}
