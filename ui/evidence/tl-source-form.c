/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a reviewer sets down about a source: what is absent from it, and of a conversation its seven parts, each under
 * the questions that the method asks there. Any of it may stay empty. */
#include "config.h"

#include "ui/evidence/tl-source-form.h"

#include <glib/gi18n.h>

#include "ui/fields/tl-field-row.h"

/* Pixels of a comfortable line. */
#define MAX_WIDTH 640

struct _TlSourceForm
{
  AdwBin parent_instance;

  TlReview *review; /* owned */
  TlRecord *source; /* owned, or NULL */

  GtkWidget *scroller;
  GtkWidget *page;
};

G_DEFINE_FINAL_TYPE (TlSourceForm, tl_source_form, ADW_TYPE_BIN)

typedef struct {
  const char *field;
  const char *question; /* translatable */
} Part;

/* After the conversation structure of SCIE Guide 24, in words of our own; its third part has two halves. */
static const Part parts[] = {
  { "introduction", N_("What was said of the review, of who reads these notes and of what becomes of them?") },
  { "overview", N_("How does the person tell what happened, in their own words and their own order?") },
  { "turning_points", N_("At which moments was something decided, or might it have gone another way?") },
  { "rationality", N_("What did they think was going on? What had their attention, and what else occupied them? What "
                      "worried or pulled them, what did they hope to achieve, which options did they see?") },
  { "contributory", N_("What made it easier or harder: the family, the task, tools, the team, other agencies, how "
                       "work was organised, what was expected?") },
  { "went_well", N_("What went well, and what made that possible?") },
  { "queries", N_("What in the overview is still open, or told otherwise by others?") },
  { "suggestions", N_("What would they change, so that it goes well more often?") },
};

static const Part absent = {
  "absent", N_("What would one look for here and not find: a voice, a visit, a reason, a feeling? A record selects, "
               "and what is written out of it tells of the tools and the culture in which it was written."),
};

static const Part check_back = {
  "check_back", N_("Has the person seen these notes and said whether they are right?"),
};

static const char *const particulars[] = { "title", "role", "agency", "date" };

static GtkWidget *
make_row (TlSourceForm *self,
          const char   *field)
{
  int index = tl_kind_find_field_index (tl_record_get_kind (self->source), field);

  return tl_field_row_new (self->review, self->source, (guint) index);
}

static GtkWidget *
add_group (TlSourceForm *self,
           const char   *title)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  gtk_box_append (GTK_BOX (self->page), group);
  return group;
}

/* The field's label stands above, its question where the label would be. */
static void
add_part (TlSourceForm *self,
          const Part   *part)
{
  const TlField *field = tl_kind_find_field (tl_record_get_kind (self->source), part->field);
  GtkWidget *group = add_group (self, _(field->label));
  GtkWidget *row = make_row (self, part->field);

  tl_field_row_set_caption (TL_FIELD_ROW (row), _(part->question));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
}

static gboolean
is_conversation (TlRecord *source)
{
  return g_strcmp0 (tl_record_get_text (source, "type"), "conversation") == 0;
}

static void
add_conversation (TlSourceForm *self)
{
  GtkWidget *group;

  add_part (self, &check_back);
  group = add_group (self, _("With whom, and when"));
  for (guint i = 0; i < G_N_ELEMENTS (particulars); i++)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), make_row (self, particulars[i]));
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    add_part (self, &parts[i]);

  if (tl_review_get_read_only (self->review))
    return;

  GtkWidget *button = gtk_button_new_with_label (_("Take the Notes as the Text"));
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (button, _("Makes these notes the text of the source, in which extracts are marked. "
                                         "Extracts of an earlier text are found again where it still reads so."));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "sources.write-up");
  gtk_box_append (GTK_BOX (self->page), button);
}

static void
fill (TlSourceForm *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->page)) != NULL)
    gtk_box_remove (GTK_BOX (self->page), child);
  if (self->source == NULL)
    return;
  if (is_conversation (self->source))
    add_conversation (self);
  add_part (self, &absent);
  if (g_strcmp0 (tl_record_get_text (self->source, "type"), "family") == 0)
    add_part (self, &check_back);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)), 0);
}

/* GObject overrides */

static void
tl_source_form_dispose (GObject *object)
{
  TlSourceForm *self = TL_SOURCE_FORM (object);

  if (self->source != NULL)
    g_signal_handlers_disconnect_by_data (self->source, self);
  g_clear_object (&self->source);
  g_clear_object (&self->review);
  G_OBJECT_CLASS (tl_source_form_parent_class)->dispose (object);
}

static void
tl_source_form_class_init (TlSourceFormClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tl_source_form_dispose;
}

static void
tl_source_form_init (TlSourceForm *self)
{
  GtkWidget *clamp = adw_clamp_new ();

  self->page = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  gtk_widget_add_css_class (self->page, "page");
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), MAX_WIDTH);
  adw_clamp_set_child (ADW_CLAMP (clamp), self->page);
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), clamp);
  gtk_widget_set_vexpand (self->scroller, TRUE);
  adw_bin_set_child (ADW_BIN (self), self->scroller);
}

/**
 * tl_source_form_new:
 * @review: a review
 *
 * Returns: (transfer floating): the form of no source yet
 */
GtkWidget *
tl_source_form_new (TlReview *review)
{
  g_return_val_if_fail (TL_IS_REVIEW (review), NULL);

  TlSourceForm *self = g_object_new (TL_TYPE_SOURCE_FORM, NULL);

  self->review = g_object_ref (review);
  return GTK_WIDGET (self);
}

/**
 * tl_source_form_set_source:
 * @source: (nullable): what it is about from now on; what has been typed about another is committed first
 */
void
tl_source_form_set_source (TlSourceForm *self,
                           TlRecord     *source)
{
  g_return_if_fail (TL_IS_SOURCE_FORM (self));

  if (self->source == source)
    return;
  tl_field_row_flush_within (GTK_WIDGET (self));
  if (self->source != NULL)
    g_signal_handlers_disconnect_by_data (self->source, self);
  g_set_object (&self->source, source);
  if (source != NULL)
    g_signal_connect_object (source, "notify::type", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
  fill (self);
}
