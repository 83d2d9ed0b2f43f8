/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One field of one record in the inspector or on the overview: its label, an editor made after its declaration, and
 * beneath it what is wrong with the text as typed, which is never thrown away. It writes through edits only, and shows
 * the record's value again whenever that changes by any other hand. */
#include "config.h"

#include "ui/fields/tl-field-row.h"

#include <glib/gi18n.h>

#include "model/base/tl-error.h"
#include "model/base/tl-id.h"
#include "model/review/tl-edit.h"
#include "model/review/tl-review-terms.h"
#include "ui/fields/tl-answer-row.h"
#include "ui/fields/tl-choice-row.h"
#include "ui/fields/tl-choices-row.h"
#include "ui/fields/tl-reference-row.h"
#include "ui/fields/tl-references-row.h"
#include "ui/fields/tl-switch-row.h"
#include "ui/fields/tl-text-row.h"
#include "ui/widgets/tl-drop-down-name.h"
#include "ui/widgets/tl-report.h"

typedef struct {
  TlReview *review; /* owned */
  TlRecord *record; /* owned */
  guint     field;
  char     *group; /* owned; the edits of one stay in the row are undone as one */

  GtkWidget *box;
  GtkWidget *caption;
  GtkWidget *focus; /* what assistive technology knows by the caption */
  GtkWidget *message;

  guint committing : 1;
  guint captioned : 1; /* it is called otherwise than its field */
  char *spoken;        /* what the editor is called, if not as the caption */
} TlFieldRowPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (TlFieldRow, tl_field_row, ADW_TYPE_PREFERENCES_ROW)

static TlFieldRowPrivate *
get_private (TlFieldRow *self)
{
  return tl_field_row_get_instance_private (self);
}

static void
show_message (TlFieldRow *self,
              const char *message)
{
  TlFieldRowPrivate *priv = get_private (self);

  gtk_label_set_text (GTK_LABEL (priv->message), message != NULL ? message : "");
  gtk_widget_set_visible (priv->message, message != NULL);
}

/* Another hand changed the field: what is shown gives way, and what is typed from here on is undone for itself. */
static void
value_changed_cb (TlFieldRow *self)
{
  TlFieldRowPrivate *priv = get_private (self);

  if (priv->committing)
    return;
  tl_field_row_end_group (self);
  show_message (self, NULL);
  TL_FIELD_ROW_GET_CLASS (self)->load (self);
}

static gboolean
set_value (TlFieldRow        *self,
           TlEdit            *edit,
           const char        *text,
           const char *const *items,
           GError           **error)
{
  TlFieldRowPrivate *priv = get_private (self);
  const TlField *field = tl_field_row_get_field (self);
  const char *id = tl_record_get_id (priv->record);

  if (tl_field_is_list (field))
    return tl_edit_set_list (edit, id, field->name, items, error);
  return tl_edit_set (edit, id, field->name, text, error);
}

static gboolean
commit_value (TlFieldRow        *self,
              const char        *text,
              const char *const *items,
              GError           **error)
{
  TlFieldRowPrivate *priv = get_private (self);
  TlEdit *edit = tl_edit_begin (priv->review, NULL, error);

  if (edit == NULL)
    return FALSE;
  if (priv->group == NULL)
    priv->group = tl_id_new ();
  tl_edit_set_group (edit, priv->group);
  if (!set_value (self, edit, text, items, error))
    {
      tl_edit_abort (edit);
      return FALSE;
    }

  g_autofree char *change = tl_edit_commit (edit, error);
  return change != NULL;
}

static gboolean
commit (TlFieldRow        *self,
        const char        *text,
        const char *const *items)
{
  TlFieldRowPrivate *priv = get_private (self);
  g_auto (TlValue) value = { 0 };
  g_autoptr (GError) error = NULL;
  const TlField *field = tl_field_row_get_field (self);
  gboolean parsed = tl_field_is_list (field) ? tl_value_set_strings (&value, field, items, &error)
                                             : tl_value_set_string (&value, field, text, &error);

  if (!parsed)
    {
      tl_field_row_report (self, error);
      return FALSE;
    }
  show_message (self, NULL);
  if (tl_value_equal (&value, tl_field_row_get_value (self))
      || tl_review_lookup (priv->review, tl_record_get_id (priv->record)) != priv->record)
    return TRUE;

  priv->committing = TRUE;
  gboolean done = commit_value (self, text, items, &error);
  priv->committing = FALSE;

  if (!done)
    tl_field_row_report (self, error);
  return done;
}

static void
name_focus (TlFieldRow *self)
{
  TlFieldRowPrivate *priv = get_private (self);

  const char *name = priv->spoken != NULL ? priv->spoken : gtk_label_get_text (GTK_LABEL (priv->caption));

  if (priv->focus != NULL)
    tl_widget_set_spoken_name (priv->focus, name);
}

static void
show_caption (TlFieldRow *self,
              const char *caption)
{
  gtk_label_set_text (GTK_LABEL (get_private (self)->caption), caption);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), caption);
  name_focus (self);
}

/* As the field is called in the words of the review. */
static void
caption_field (TlFieldRow *self)
{
  TlFieldRowPrivate *priv = get_private (self);
  g_autofree char *caption = tl_review_dup_declared (priv->review, tl_field_row_get_field (self)->label);

  if (!priv->captioned)
    show_caption (self, caption);
}

static void
bind (TlFieldRow *self,
      TlReview   *review,
      TlRecord   *record,
      guint       field)
{
  TlFieldRowPrivate *priv = get_private (self);
  /* A property is called by its canonical name, in which GObject writes a dash for each underscore. */
  g_autofree char *property = g_strdelimit (g_strdup (tl_record_get_kind (record)->fields[field].name), "_", '-');
  g_autofree char *signal = g_strconcat ("notify::", property, NULL);

  priv->review = g_object_ref (review);
  priv->record = g_object_ref (record);
  priv->field = field;

  caption_field (self);
  g_signal_connect_object (tl_review_get_subject (review), "notify::profile", G_CALLBACK (caption_field), self,
                           G_CONNECT_SWAPPED);

  TL_FIELD_ROW_GET_CLASS (self)->build (self);
  TL_FIELD_ROW_GET_CLASS (self)->load (self);
  g_signal_connect_object (record, signal, G_CALLBACK (value_changed_cb), self, G_CONNECT_SWAPPED);
}

static void
flush_nothing (TlFieldRow *self)
{
}

/* The row itself never has the keyboard, in a list or elsewhere: what is in it has. */
static gboolean
tl_field_row_focus (GtkWidget       *widget,
                    GtkDirectionType direction)
{
  return gtk_widget_child_focus (get_private (TL_FIELD_ROW (widget))->box, direction);
}

/* GObject overrides */

static void
tl_field_row_finalize (GObject *object)
{
  TlFieldRowPrivate *priv = get_private (TL_FIELD_ROW (object));

  g_clear_object (&priv->review);
  g_clear_object (&priv->record);
  g_clear_pointer (&priv->group, g_free);
  g_clear_pointer (&priv->spoken, g_free);

  G_OBJECT_CLASS (tl_field_row_parent_class)->finalize (object);
}

static void
tl_field_row_class_init (TlFieldRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tl_field_row_finalize;
  GTK_WIDGET_CLASS (klass)->focus = tl_field_row_focus;
  klass->flush = flush_nothing;
}

static void
tl_field_row_init (TlFieldRow *self)
{
  TlFieldRowPrivate *priv = get_private (self);

  priv->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  gtk_widget_add_css_class (priv->box, "field");

  priv->caption = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (priv->caption), 0);
  gtk_label_set_wrap (GTK_LABEL (priv->caption), TRUE);
  gtk_widget_add_css_class (priv->caption, "caption");
  gtk_widget_add_css_class (priv->caption, "of-field");
  gtk_widget_add_css_class (priv->caption, "dim-label");
  gtk_box_append (GTK_BOX (priv->box), priv->caption);

  priv->message = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (priv->message), 0);
  gtk_label_set_wrap (GTK_LABEL (priv->message), TRUE);
  gtk_widget_add_css_class (priv->message, "caption");
  gtk_widget_add_css_class (priv->message, "error");
  gtk_widget_set_visible (priv->message, FALSE);
  gtk_box_append (GTK_BOX (priv->box), priv->message);

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), priv->box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
}

/* A choice whose values need a sentence each is read, not dropped down. */
static GType
get_type_for_field (const TlField *field)
{
  static const struct {
    TlFieldType type;
    GType     (*get_type) (void);
  } rows[] = {
    { TL_FIELD_CHOICE, tl_choice_row_get_type },   { TL_FIELD_KEY, tl_choice_row_get_type },
    { TL_FIELD_CHOICES, tl_choices_row_get_type }, { TL_FIELD_BOOL, tl_switch_row_get_type },
    { TL_FIELD_REF, tl_reference_row_get_type },   { TL_FIELD_REFS, tl_references_row_get_type },
  };

  if (field->type == TL_FIELD_CHOICE && field->choices[0].description != NULL)
    return TL_TYPE_ANSWER_ROW;
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if (field->type == rows[i].type)
      return rows[i].get_type ();
  return TL_TYPE_TEXT_ROW;
}

/**
 * tl_field_row_new:
 * @review: a review
 * @record: one of its records
 * @field: index of a field
 *
 * Returns: (transfer floating): a row with the editor that the field's declaration asks for
 */
GtkWidget *
tl_field_row_new (TlReview *review,
                  TlRecord *record,
                  guint     field)
{
  g_return_val_if_fail (TL_IS_REVIEW (review) && TL_IS_RECORD (record), NULL);
  g_return_val_if_fail (field < tl_record_get_kind (record)->n_fields, NULL);

  TlFieldRow *self = g_object_new (get_type_for_field (&tl_record_get_kind (record)->fields[field]), NULL);
  bind (self, review, record, field);
  return GTK_WIDGET (self);
}

/**
 * tl_field_row_get_review:
 *
 * Returns: (transfer none): the review
 */
TlReview *
tl_field_row_get_review (TlFieldRow *self)
{
  g_return_val_if_fail (TL_IS_FIELD_ROW (self), NULL);
  return get_private (self)->review;
}

/**
 * tl_field_row_get_record:
 *
 * Returns: (transfer none): the record
 */
TlRecord *
tl_field_row_get_record (TlFieldRow *self)
{
  g_return_val_if_fail (TL_IS_FIELD_ROW (self), NULL);
  return get_private (self)->record;
}

/**
 * tl_field_row_get_field:
 *
 * Returns: the declaration of the field
 */
const TlField *
tl_field_row_get_field (TlFieldRow *self)
{
  g_return_val_if_fail (TL_IS_FIELD_ROW (self), NULL);

  TlFieldRowPrivate *priv = get_private (self);
  return &tl_record_get_kind (priv->record)->fields[priv->field];
}

/**
 * tl_field_row_get_value:
 *
 * Returns: (transfer none): the value that the record has now
 */
const TlValue *
tl_field_row_get_value (TlFieldRow *self)
{
  g_return_val_if_fail (TL_IS_FIELD_ROW (self), NULL);

  TlFieldRowPrivate *priv = get_private (self);
  return tl_record_get_value (priv->record, priv->field);
}

/**
 * tl_field_row_get_editable:
 *
 * Returns: whether the field can be changed here at all
 */
gboolean
tl_field_row_get_editable (TlFieldRow *self)
{
  g_return_val_if_fail (TL_IS_FIELD_ROW (self), FALSE);

  const TlKind *kind = tl_record_get_kind (tl_field_row_get_record (self));
  TlFieldType type = tl_field_row_get_field (self)->type;

  return tl_review_can_change (get_private (self)->review, kind) && type != TL_FIELD_BODY && type != TL_FIELD_ANY
         && type != TL_FIELD_UUID;
}

/**
 * tl_field_row_flush:
 *
 * Commits what has been typed and still waits for a pause.
 */
void
tl_field_row_flush (TlFieldRow *self)
{
  g_return_if_fail (TL_IS_FIELD_ROW (self));
  TL_FIELD_ROW_GET_CLASS (self)->flush (self);
}

/**
 * tl_field_row_flush_within:
 * @root: a widget
 *
 * Commits what has been typed in any row within @root and still waits for a pause.
 */
void
tl_field_row_flush_within (GtkWidget *root)
{
  g_return_if_fail (GTK_IS_WIDGET (root));

  if (TL_IS_FIELD_ROW (root))
    {
      tl_field_row_flush (TL_FIELD_ROW (root));
      return;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    tl_field_row_flush_within (child);
}

/**
 * tl_field_row_set_caption:
 * @caption: what stands above the editor, in place of the field's label
 */
void
tl_field_row_set_caption (TlFieldRow *self,
                          const char *caption)
{
  g_return_if_fail (TL_IS_FIELD_ROW (self) && caption != NULL);

  get_private (self)->captioned = TRUE;
  show_caption (self, caption);
}

/**
 * tl_field_row_set_spoken:
 * @name: what the editor is called where the label alone leaves open whose field it is
 *
 * Names the editor for assistive technology.
 */
void
tl_field_row_set_spoken (TlFieldRow *self,
                         const char *name)
{
  g_return_if_fail (TL_IS_FIELD_ROW (self) && name != NULL);

  TlFieldRowPrivate *priv = get_private (self);

  g_free (priv->spoken);
  priv->spoken = g_strdup (name);
  name_focus (self);
}

/**
 * tl_field_row_set_editor:
 * @editor: what goes beneath the label
 * @focus: (nullable): the one widget in it that assistive technology should know by the field's label
 */
void
tl_field_row_set_editor (TlFieldRow *self,
                         GtkWidget  *editor,
                         GtkWidget  *focus)
{
  g_return_if_fail (TL_IS_FIELD_ROW (self) && GTK_IS_WIDGET (editor));

  TlFieldRowPrivate *priv = get_private (self);

  gtk_box_insert_child_after (GTK_BOX (priv->box), editor, priv->caption);
  priv->focus = focus;
  name_focus (self);
}

/**
 * tl_field_row_commit:
 * @text: (nullable): the new value as text
 *
 * Writes the value as an edit of its own, in the group of this stay in the row. Nothing is written if nothing changed.
 *
 * Returns: whether the record now has that value; if not, the person has been told why
 */
gboolean
tl_field_row_commit (TlFieldRow *self,
                     const char *text)
{
  g_return_val_if_fail (TL_IS_FIELD_ROW (self), FALSE);
  return commit (self, text, NULL);
}

/**
 * tl_field_row_commit_list:
 * @items: the new items, ended by %NULL
 *
 * As tl_field_row_commit(), for a list field.
 */
gboolean
tl_field_row_commit_list (TlFieldRow        *self,
                          const char *const *items)
{
  g_return_val_if_fail (TL_IS_FIELD_ROW (self) && items != NULL, FALSE);
  return commit (self, NULL, items);
}

/**
 * tl_field_row_report:
 * @error: why what the person gave is not taken
 *
 * Says so in the row, or in a window when it is no matter of what was given.
 */
void
tl_field_row_report (TlFieldRow   *self,
                     const GError *error)
{
  g_return_if_fail (TL_IS_FIELD_ROW (self) && error != NULL);

  if (g_error_matches (error, TL_ERROR, TL_ERROR_INVALID) || g_error_matches (error, TL_ERROR, TL_ERROR_TOO_LARGE))
    show_message (self, error->message);
  else
    tl_report_error (GTK_WIDGET (self), error);
}

/**
 * tl_field_row_end_group:
 *
 * What is committed from here on is undone for itself.
 */
void
tl_field_row_end_group (TlFieldRow *self)
{
  g_return_if_fail (TL_IS_FIELD_ROW (self));
  g_clear_pointer (&get_private (self)->group, g_free);
}
