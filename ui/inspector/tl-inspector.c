/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The inspector: every field of the selected record, made after the declaration of its kind, and beneath them what
 * else there is to say about it. It follows the window's selection. */
#include "config.h"

#include "ui/inspector/tl-inspector.h"

#include <glib/gi18n.h>

#include "model/case/tl-tunnel-words.h"
#include "model/review/tl-review-terms.h"
#include "ui/fields/tl-field-group.h"
#include "ui/fields/tl-field-row.h"
#include "ui/fields/tl-question-list.h"
#include "ui/inspector/tl-evidence-section.h"
#include "ui/inspector/tl-release-section.h"
#include "ui/inspector/tl-section.h"
#include "ui/inspector/tl-test-section.h"
#include "ui/widgets/tl-icon-button.h"
#include "ui/widgets/tl-tunnel-style.h"

struct _TlInspector
{
  AdwBin parent_instance;

  TlSelection *selection; /* owned */
  TlRecord    *record;    /* owned; what is shown */
  TlTunnel    *tunnel;    /* owned, or NULL */

  GtkWidget *known; /* whether what is shown was known, and why */
  GtkWidget *stack;
  GtkWidget *status;
  GtkWidget *scroller;
  GtkWidget *page;
  GtkWidget *details; /* the first group of the page, if there is one */
};

G_DEFINE_FINAL_TYPE (TlInspector, tl_inspector, ADW_TYPE_BIN)

static const TlTest *const tests[] = { &tl_test_counterfactual, &tl_test_completeness };

static void
show_status (TlInspector *self,
             guint        n)
{
  g_autofree char *many = NULL;

  if (n > 1)
    many = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u record selected", "%u records selected", n), n);
  adw_status_page_set_title (ADW_STATUS_PAGE (self->status), n > 1 ? many : _("Nothing selected"));
  adw_status_page_set_description (ADW_STATUS_PAGE (self->status),
                                   n > 1 ? _("Select one of them to see and change it here.")
                                         : _("Select something on the page to see and change it here."));
  gtk_stack_set_visible_child (GTK_STACK (self->stack), self->status);
}

static GtkWidget *
make_header (TlInspector *self)
{
  const TlKind *kind = tl_record_get_kind (self->record);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  g_autofree char *label = tl_review_dup_declared (tl_selection_get_review (self->selection), kind->label);
  GtkWidget *title = gtk_label_new (label);
  const char *id = tl_record_get_id (self->record);

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_set_hexpand (title, TRUE);
  gtk_widget_add_css_class (title, "title-4");
  gtk_box_append (GTK_BOX (box), title);

  if (kind == tl_kind_lookup ("episode"))
    gtk_box_append (GTK_BOX (box), tl_icon_button_new_for ("view-paged-symbolic", _("Open as a page"),
                                                           "win.open-episode", id));
  if (!(kind->flags & TL_KIND_SINGLETON) && tl_review_can_change (tl_selection_get_review (self->selection), kind))
    {
      g_autofree char *remove = g_strdup_printf (_("Remove this: %s"), label);

      gtk_box_append (GTK_BOX (box), tl_icon_button_new_for ("user-trash-symbolic", remove, "win.remove", id));
    }
  return box;
}

static gboolean
has_section (TlInspector *self,
             TlMethod    *method,
             const char  *field)
{
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    if (tl_test_applies (tests[i], method, self->record) && tl_test_has_field (tests[i], field))
      return TRUE;
  return FALSE;
}

/* What the method demands of a record is in view even where it is usually left aside. */
static gboolean
is_wanted (TlInspector   *self,
           TlMethod      *method,
           const TlField *field)
{
  const TlKind *kind = tl_record_get_kind (self->record);

  if (method == NULL)
    return FALSE;
  if (field == tl_kind_find_field (tl_kind_lookup ("link"), "sign"))
    return tl_method_has_rule (method, TL_RULE_SIGN_REQUIRED);
  if (field == tl_kind_find_field (tl_kind_lookup ("factor"), "rationality"))
    return tl_method_has_rule (method, TL_RULE_RATIONALITY_REQUIRED) && kind == tl_kind_lookup ("factor")
           && tl_method_get_factor_role (method, tl_record_get_text (self->record, "kind")) == TL_FACTOR_ROLE_ACTION;
  return FALSE;
}

static GtkWidget *
make_details (TlInspector *self,
              TlMethod    *method)
{
  const TlKind *kind = tl_record_get_kind (self->record);
  GtkWidget *group = tl_field_group_new (tl_selection_get_review (self->selection), self->record);

  for (guint i = 0; i < kind->n_fields; i++)
    {
      const TlField *field = &kind->fields[i];
      gboolean aside = (field->flags & TL_FIELD_ASIDE) && !is_wanted (self, method, field);

      /* A body is the digest of a text that has a page of its own. */
      if (!(field->flags & TL_FIELD_HIDDEN) && field->type != TL_FIELD_BODY && !has_section (self, method, field->name))
        tl_field_group_add (TL_FIELD_GROUP (group), field->name,
                            aside ? TL_FIELD_SHOWN_FILLED : TL_FIELD_SHOWN_ALWAYS);
    }
  return group;
}

static void
add_section (TlInspector         *self,
             const TlSectionSpec *spec)
{
  if (spec->applies (tl_record_get_kind (self->record)))
    gtk_box_append (GTK_BOX (self->page),
                    tl_section_new (spec, tl_selection_get_review (self->selection), self->record));
}

/* What a claim rests on, and what is still asked about it. */
static void
add_grounds (TlInspector *self,
             TlMethod    *method)
{
  TlReview *review = tl_selection_get_review (self->selection);

  if (tl_evidence_section_applies (tl_record_get_kind (self->record)))
    {
      gtk_box_append (GTK_BOX (self->page), tl_evidence_section_new (review, self->record, FALSE));
      gtk_box_append (GTK_BOX (self->page), tl_evidence_section_new (review, self->record, TRUE));
    }
  add_section (self, &tl_section_figures);
  add_section (self, &tl_section_reviewer);
  add_section (self, &tl_section_causes);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    if (tl_test_applies (tests[i], method, self->record))
      gtk_box_append (GTK_BOX (self->page), tl_test_section_new (tests[i], review, method, self->record));
  add_section (self, &tl_section_effects);
  if (tl_question_list_applies (tl_record_get_kind (self->record)))
    gtk_box_append (GTK_BOX (self->page), tl_question_list_new (review, self->record));
}

/* The headings of groups are cut off by themselves where the inspector is narrow and the text large. */
static void
wrap_headings (GtkWidget *root)
{
  if (GTK_IS_LABEL (root) && gtk_widget_has_css_class (root, "heading"))
    {
      gtk_label_set_ellipsize (GTK_LABEL (root), PANGO_ELLIPSIZE_NONE);
      gtk_label_set_wrap (GTK_LABEL (root), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (root), PANGO_WRAP_WORD_CHAR);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (!GTK_IS_LIST_BOX (child))
      wrap_headings (child);
}

static void
show_record (TlInspector *self)
{
  TlReview *review = tl_selection_get_review (self->selection);
  const char *method_id = tl_record_get_text (tl_review_get_subject (review), "method");
  g_autoptr (TlMethod) method = method_id != NULL ? tl_method_lookup (method_id, NULL) : NULL;

  gtk_box_append (GTK_BOX (self->page), make_header (self));
  self->details = make_details (self, method);
  gtk_box_append (GTK_BOX (self->page), self->details);
  add_grounds (self, method);
  add_section (self, &tl_section_tags);
  if (tl_release_section_applies (tl_record_get_kind (self->record)))
    gtk_box_append (GTK_BOX (self->page), tl_release_section_new (review, self->record));
  add_section (self, &tl_section_mentions);
  wrap_headings (self->page);
  gtk_stack_set_visible_child (GTK_STACK (self->stack), self->scroller);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)), 0);
}

static void
show_known (TlInspector *self)
{
  const char *id = self->record != NULL ? tl_record_get_id (self->record) : NULL;
  g_autofree char *reason = self->tunnel != NULL ? tl_tunnel_words_reason (self->tunnel, id) : NULL;

  gtk_label_set_text (GTK_LABEL (self->known), reason != NULL ? reason : "");
  gtk_widget_set_visible (self->known, reason != NULL);
  if (self->tunnel != NULL)
    tl_tunnel_style_set (self->known, tl_tunnel_get_state (self->tunnel, id));
}

static void
clear_page (TlInspector *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->page)) != NULL)
    gtk_box_remove (GTK_BOX (self->page), child);
  self->details = NULL;
  g_clear_object (&self->record);
}

static void
selection_changed_cb (TlInspector *self)
{
  guint n = self->selection != NULL ? tl_selection_get_n (self->selection) : 0;
  TlRecord *record = n == 1 ? tl_selection_get_primary (self->selection) : NULL;

  if (record != NULL && record == self->record)
    return;

  tl_inspector_flush (self);
  clear_page (self);
  if (record != NULL)
    {
      self->record = g_object_ref (record);
      show_record (self);
    }
  else
    show_status (self, n);
  show_known (self);
}

/* GObject overrides */

static void
tl_inspector_dispose (GObject *object)
{
  TlInspector *self = TL_INSPECTOR (object);

  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_data (self->selection, self);
  g_clear_object (&self->selection);
  g_clear_object (&self->record);
  g_clear_object (&self->tunnel);

  G_OBJECT_CLASS (tl_inspector_parent_class)->dispose (object);
}

static void
tl_inspector_class_init (TlInspectorClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tl_inspector_dispose;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
tl_inspector_init (TlInspector *self)
{
  self->page = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  gtk_widget_add_css_class (self->page, "inspector-page");

  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->page);

  self->status = adw_status_page_new ();
  gtk_widget_add_css_class (self->status, "compact");

  self->stack = gtk_stack_new ();
  gtk_stack_set_hhomogeneous (GTK_STACK (self->stack), FALSE);
  gtk_stack_add_child (GTK_STACK (self->stack), self->status);
  gtk_stack_add_child (GTK_STACK (self->stack), self->scroller);
  gtk_widget_set_vexpand (self->stack, TRUE);

  self->known = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->known), 0);
  gtk_label_set_wrap (GTK_LABEL (self->known), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->known), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (self->known, "known");
  gtk_widget_set_visible (self->known, FALSE);

  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append (GTK_BOX (box), self->known);
  gtk_box_append (GTK_BOX (box), self->stack);
  adw_bin_set_child (ADW_BIN (self), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Inspector"), -1);
  show_status (self, 0);
}

/**
 * tl_inspector_new:
 *
 * Returns: (transfer floating): an inspector of nothing
 */
GtkWidget *
tl_inspector_new (void)
{
  return g_object_new (TL_TYPE_INSPECTOR, NULL);
}

/**
 * tl_inspector_set_selection:
 * @selection: (nullable): whose record to show from now on
 */
void
tl_inspector_set_selection (TlInspector *self,
                            TlSelection *selection)
{
  g_return_if_fail (TL_IS_INSPECTOR (self));

  if (self->selection == selection)
    return;
  tl_inspector_flush (self);
  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_data (self->selection, self);
  clear_page (self);
  g_set_object (&self->selection, selection);
  if (selection != NULL)
    g_signal_connect_object (selection, "changed", G_CALLBACK (selection_changed_cb), self, G_CONNECT_SWAPPED);
  selection_changed_cb (self);
}

/**
 * tl_inspector_set_tunnel:
 * @tunnel: what says whether a record was known, and why
 */
void
tl_inspector_set_tunnel (TlInspector *self,
                         TlTunnel    *tunnel)
{
  g_return_if_fail (TL_IS_INSPECTOR (self) && TL_IS_TUNNEL (tunnel) && self->tunnel == NULL);

  self->tunnel = g_object_ref (tunnel);
  g_signal_connect_object (tunnel, "changed", G_CALLBACK (show_known), self, G_CONNECT_SWAPPED);
  show_known (self);
}

/**
 * tl_inspector_get_record:
 *
 * Returns: (transfer none) (nullable): the record that is shown
 */
TlRecord *
tl_inspector_get_record (TlInspector *self)
{
  g_return_val_if_fail (TL_IS_INSPECTOR (self), NULL);
  return self->record;
}

/**
 * tl_inspector_flush:
 *
 * Commits what has been typed and still waits for a pause: before undo, before closing.
 */
void
tl_inspector_flush (TlInspector *self)
{
  g_return_if_fail (TL_IS_INSPECTOR (self));

  tl_field_row_flush_within (self->page);
}

/**
 * tl_inspector_focus:
 *
 * Gives the keyboard to the first field.
 */
void
tl_inspector_focus (TlInspector *self)
{
  g_return_if_fail (TL_IS_INSPECTOR (self));

  if (self->details != NULL)
    gtk_widget_child_focus (self->details, GTK_DIR_TAB_FORWARD);
}

static GtkWidget *
find_row (TlInspector *self,
          GtkWidget   *root,
          const char  *field)
{
  if (TL_IS_FIELD_ROW (root))
    return tl_field_row_get_record (TL_FIELD_ROW (root)) == self->record
               && g_str_equal (tl_field_row_get_field (TL_FIELD_ROW (root))->name, field)
             ? root : NULL;

  GtkWidget *found = NULL;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_row (self, child, field);
  return found;
}

/**
 * tl_inspector_find_row:
 * @field: name of a field
 *
 * Returns: (transfer none) (nullable): its row, if the record has such a field
 */
GtkWidget *
tl_inspector_find_row (TlInspector *self,
                       const char  *field)
{
  g_return_val_if_fail (TL_IS_INSPECTOR (self) && field != NULL, NULL);
  return find_row (self, self->page, field);
}
