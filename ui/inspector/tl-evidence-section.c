/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The extracts that speak for a claim, or those that speak against it. Another is attached from here: chosen in a
 * picker, or dropped. */
#include "config.h"

#include "ui/inspector/tl-evidence-section.h"

#include <glib/gi18n.h>

#include "model/case/tl-evidence-edit.h"
#include "ui/inspector/tl-evidence-row.h"
#include "ui/widgets/tl-record-picker.h"
#include "ui/widgets/tl-referrers.h"
#include "ui/widgets/tl-report.h"
#include "ui/widgets/tl-wording.h"

struct _TlEvidenceSection
{
  AdwPreferencesGroup parent_instance;

  TlReview   *review;   /* owned */
  TlRecord   *record;   /* owned */
  GListModel *supports; /* owned */
  gboolean    against;

  GtkWidget *list;
  GtkWidget *empty;
  GtkWidget *add;
};

G_DEFINE_FINAL_TYPE (TlEvidenceSection, tl_evidence_section, ADW_TYPE_PREFERENCES_GROUP)

static gboolean
speaks_against (TlReview *review,
                TlRecord *support)
{
  return g_strcmp0 (tl_record_get_text (support, "stance"), "against") == 0;
}

static gboolean
speaks_for (TlReview *review,
            TlRecord *support)
{
  return !speaks_against (review, support);
}

static TlEdit *
begin (TlEvidenceSection *self,
       const char        *format,
       GError           **error)
{
  g_autofree char *name = tl_wording_name (self->review, self->record);
  g_autoptr (GString) label = g_string_new (format);

  g_string_replace (label, "%s", name, 1);
  return tl_edit_begin (self->review, label->str, error);
}

static void
attach (TlEvidenceSection *self,
        const char        *extract)
{
  g_autoptr (GError) error = NULL;
  const char *label = self->against ? _("Attach evidence against “%s”") : _("Attach evidence for “%s”");
  TlEdit *edit = begin (self, label, &error);
  g_autofree char *change = NULL;

  if (edit != NULL)
    {
      g_autofree char *id = tl_evidence_edit_attach (edit, self->review, extract, tl_record_get_id (self->record),
                                                     self->against, &error);
      change = tl_edit_finish (edit, id != NULL, &error);
    }
  if (change == NULL)
    tl_report_error (GTK_WIDGET (self), error);
}

static guint
find_position (TlEvidenceSection *self,
               const char        *id)
{
  for (guint i = 0; i < g_list_model_get_n_items (self->supports); i++)
    {
      g_autoptr (TlRecord) support = g_list_model_get_item (self->supports, i);

      if (g_str_equal (tl_record_get_id (support), id))
        return i;
    }
  return 0;
}

/* What stood after the row that has gone gets the keyboard. */
static void
focus_near (TlEvidenceSection *self,
            guint              position)
{
  guint n = g_list_model_get_n_items (self->supports);

  gtk_widget_grab_focus (n > 0 ? GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list),
                                                                           (int) MIN (position, n - 1)))
                               : self->add);
}

static void
turn (GtkWidget  *widget,
      const char *name,
      GVariant   *parameter)
{
  TlEvidenceSection *self = TL_EVIDENCE_SECTION (widget);
  g_autofree char *id = g_variant_dup_string (parameter, NULL);
  guint position = find_position (self, id);
  g_autoptr (GError) error = NULL;
  g_autofree char *change = NULL;
  TlEdit *edit = begin (self, self->against ? _("Count evidence as for “%s”") : _("Count evidence as against “%s”"),
                        &error);

  if (edit != NULL)
    change = tl_edit_finish (edit, tl_edit_set (edit, id, "stance", self->against ? "for" : "against", &error), &error);
  if (change == NULL)
    tl_report_error (widget, error);
  focus_near (self, position);
}

static void
detach (GtkWidget  *widget,
        const char *name,
        GVariant   *parameter)
{
  TlEvidenceSection *self = TL_EVIDENCE_SECTION (widget);
  g_autofree char *id = g_variant_dup_string (parameter, NULL);
  guint position = find_position (self, id);
  g_autoptr (GError) error = NULL;
  g_autofree char *change = NULL;
  TlEdit *edit = begin (self, _("Detach evidence from “%s”"), &error);

  if (edit != NULL)
    change = tl_edit_finish (edit, tl_edit_remove (edit, id, &error), &error);
  if (change == NULL)
    tl_report_error (widget, error);
  else
    tl_report_done (widget, _("Detached; the extract stays in its source"), TRUE);
  focus_near (self, position);
}

/* Callbacks */

static void
picked_cb (TlEvidenceSection *self,
           const char        *id)
{
  attach (self, id);
}

/* Made anew each time: a picker left in place would sort and filter at every change of the review. */
static void
make_picker_cb (GtkMenuButton *button,
                gpointer       user_data)
{
  static const char *const kinds[] = { "extract", NULL };
  TlEvidenceSection *self = user_data;
  GtkWidget *picker = tl_record_picker_new (self->review, kinds);

  g_signal_connect_object (picker, "picked", G_CALLBACK (picked_cb), self, G_CONNECT_SWAPPED);
  gtk_menu_button_set_popover (button, picker);
}

static gboolean
dropped_cb (TlEvidenceSection *self,
            const GValue      *value)
{
  TlRecord *extract = g_value_get_object (value);

  if (tl_review_lookup (self->review, tl_record_get_id (extract)) != extract || !tl_record_is (extract, "extract"))
    return FALSE;
  attach (self, tl_record_get_id (extract));
  return TRUE;
}

static void
supports_changed_cb (TlEvidenceSection *self)
{
  gboolean any = g_list_model_get_n_items (self->supports) > 0;

  gtk_widget_set_visible (self->list, any);
  gtk_widget_set_visible (self->empty, !any);
}

static GtkWidget *
make_row_cb (gpointer item,
             gpointer user_data)
{
  return tl_evidence_row_new (TL_EVIDENCE_SECTION (user_data)->review, item);
}

/* GObject overrides */

static void
tl_evidence_section_finalize (GObject *object)
{
  TlEvidenceSection *self = TL_EVIDENCE_SECTION (object);

  g_clear_object (&self->supports);
  g_clear_object (&self->review);
  g_clear_object (&self->record);

  G_OBJECT_CLASS (tl_evidence_section_parent_class)->finalize (object);
}

static void
tl_evidence_section_class_init (TlEvidenceSectionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tl_evidence_section_finalize;
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "evidence.turn", "s", turn);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "evidence.detach", "s", detach);
}

static void
tl_evidence_section_init (TlEvidenceSection *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->list, "boxed-list");
  gtk_box_append (GTK_BOX (box), self->list);

  self->empty = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->empty), 0);
  gtk_label_set_wrap (GTK_LABEL (self->empty), TRUE);
  gtk_widget_add_css_class (self->empty, "dim-label");
  gtk_box_append (GTK_BOX (box), self->empty);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), box);

  self->add = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->add), "list-add-symbolic");
  gtk_widget_set_valign (self->add, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->add, "flat");
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->add), make_picker_cb, self, NULL);
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (self), self->add);
}

static void
name_parts (TlEvidenceSection *self)
{
  const char *title = self->against ? _("Evidence against it") : _("Evidence for it");
  const char *add
    = self->against ? _("Attach an extract that speaks against it") : _("Attach an extract that speaks for it");

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_widget_set_tooltip_text (self->add, add);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->add), GTK_ACCESSIBLE_PROPERTY_LABEL, add, -1);
  gtk_label_set_text (GTK_LABEL (self->empty), self->against
                                                 ? _("None yet. What would speak against it, and where might it stand?")
                                                 : _("It rests on no extract of a source yet."));
}

static void
accept_drops (TlEvidenceSection *self)
{
  GtkDropTarget *target = gtk_drop_target_new (TL_TYPE_RECORD, GDK_ACTION_COPY | GDK_ACTION_LINK);

  g_signal_connect_object (target, "drop", G_CALLBACK (dropped_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

/**
 * tl_evidence_section_applies:
 * @kind: a kind
 *
 * Returns: whether extracts can be attached to records of @kind
 */
gboolean
tl_evidence_section_applies (const TlKind *kind)
{
  g_return_val_if_fail (kind != NULL, FALSE);
  return tl_field_refers_to (tl_kind_find_field (tl_kind_lookup ("support"), "target"), kind);
}

/**
 * tl_evidence_section_new:
 * @review: a review
 * @record: a claim in it
 * @against: whether to show what speaks against it, not what speaks for it
 *
 * Returns: (transfer floating): a section
 */
GtkWidget *
tl_evidence_section_new (TlReview *review,
                         TlRecord *record,
                         gboolean  against)
{
  g_return_val_if_fail (TL_IS_REVIEW (review) && TL_IS_RECORD (record), NULL);

  TlEvidenceSection *self = g_object_new (TL_TYPE_EVIDENCE_SECTION, NULL);

  self->review = g_object_ref (review);
  self->record = g_object_ref (record);
  self->against = against;
  self->supports = tl_referrers_new (review, record, "support", "target", against ? speaks_against : speaks_for);
  name_parts (self);
  gtk_widget_set_visible (self->add, !tl_review_get_read_only (review));
  if (!tl_review_get_read_only (review))
    accept_drops (self);
  gtk_list_box_bind_model (GTK_LIST_BOX (self->list), self->supports, make_row_cb, self, NULL);
  g_signal_connect_object (self->supports, "items-changed", G_CALLBACK (supports_changed_cb), self, G_CONNECT_SWAPPED);
  supports_changed_cb (self);
  return GTK_WIDGET (self);
}
