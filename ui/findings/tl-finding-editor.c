/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A finding as a page: what it states, the four questions that it answers, what it asks of the board, what it comes
 * from, and the evidence that the graph has for and against that. Above it the way back to the list and to the findings
 * before and after it, how long it is, and what it does not say yet. */
#include "config.h"

#include "ui/findings/tl-finding-editor.h"

#include <glib/gi18n.h>

#include "model/case/tl-board.h"
#include "model/case/tl-finding.h"
#include "ui/fields/tl-field-group.h"
#include "ui/fields/tl-field-row.h"
#include "ui/findings/tl-board-question-list.h"
#include "ui/findings/tl-finding-evidence-list.h"
#include "ui/findings/tl-finding-gaps.h"
#include "ui/findings/tl-finding-parts.h"
#include "ui/widgets/tl-columns-layout.h"
#include "ui/widgets/tl-icon-button.h"
#include "ui/widgets/tl-phrase.h"

#define MAX_WIDTH 1000
#define PART_WIDTH 250
#define SORT_WIDTH 180

struct _TlFindingEditor
{
  AdwBin parent_instance;

  TlSelection *selection; /* owned */
  TlRecord    *finding;   /* owned, or NULL */
  GHashTable  *places;    /* name of a field, or of what else can be open → its widget, which belongs to the page */

  GtkWidget             *back;
  GtkWidget             *add;
  GtkWidget             *earlier;
  GtkWidget             *later;
  GtkWidget             *place;
  TlFindingGaps         *gaps;
  GtkWidget             *scroller;
  GtkWidget             *page;
  TlFindingEvidenceList *evidence[2]; /* for and against, of the page */
};

G_DEFINE_FINAL_TYPE (TlFindingEditor, tl_finding_editor, ADW_TYPE_BIN)

static TlReview *
get_review (TlFindingEditor *self)
{
  return tl_selection_get_review (self->selection);
}

/* The page */

static void
append (TlFindingEditor *self,
        GtkWidget       *part)
{
  gtk_box_append (GTK_BOX (self->page), part);
}

static GtkWidget *
make_group (TlFindingEditor   *self,
            const char        *title,
            const char        *description,
            const char *const *fields)
{
  GtkWidget *group = tl_field_group_new_titled (get_review (self), self->finding, title, description, fields);

  for (guint i = 0; fields[i] != NULL; i++)
    g_hash_table_insert (self->places, (gpointer) fields[i],
                         tl_field_group_find_row (TL_FIELD_GROUP (group), fields[i]));
  return group;
}

static void
fill_ground (TlFindingEditor *self)
{
  GtkWidget *patterns = tl_part_list_new (&tl_finding_part_patterns, self->selection, self->finding);
  GtkWidget *factors = tl_part_list_new (&tl_finding_part_factors, self->selection, self->finding);
  GtkWidget *paths = tl_part_list_new (&tl_finding_part_paths, self->selection, self->finding);
  GtkWidget *gathered = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);
  GtkWidget *const parts[] = { gathered, factors };

  gtk_box_append (GTK_BOX (gathered), patterns);
  gtk_box_append (GTK_BOX (gathered), paths);
  append (self, tl_columns_new (parts, G_N_ELEMENTS (parts), PART_WIDTH));
  g_hash_table_insert (self->places, (gpointer) "patterns", patterns);
  for (guint against = 0; against < 2; against++)
    {
      GtkWidget *evidence = tl_finding_evidence_list_new (get_review (self), against == 1);

      self->evidence[against] = TL_FINDING_EVIDENCE_LIST (evidence);
      append (self, evidence);
    }
  g_hash_table_insert (self->places, (gpointer) "evidence", factors);
}

static void
fill (TlFindingEditor *self)
{
  static const char *const statement[] = { "statement", NULL };
  static const char *const sorts[][2] = { { "fullness" }, { "category" }, { "certainty" }, { "learning_for" } };
  static const char *const questions[]
      = { "in_case", "underlying", "prevalence", "prevalence_basis", "reliability", NULL };
  GtkWidget *asked = tl_board_question_list_new (get_review (self), self->finding);

  GtkWidget *sorted[G_N_ELEMENTS (sorts)];

  append (self, make_group (self, NULL, _("What leads to what, in the work and not only in this case."), statement));
  for (guint i = 0; i < G_N_ELEMENTS (sorts); i++)
    sorted[i] = make_group (self, NULL, NULL, sorts[i]);
  append (self, tl_columns_new (sorted, G_N_ELEMENTS (sorts), SORT_WIDTH));
  append (self, make_group (self, _("What it answers"),
                            _("From the case to the work: what showed here, and how far it reaches beyond."),
                            questions));
  append (self, tl_part_list_new (&tl_finding_part_figures, self->selection, self->finding));
  append (self, asked);
  g_hash_table_insert (self->places, (gpointer) "board_question", asked);
  fill_ground (self);
}

static void
clear (TlFindingEditor *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->page)) != NULL)
    gtk_box_remove (GTK_BOX (self->page), child);
  g_hash_table_remove_all (self->places);
  self->evidence[0] = self->evidence[1] = NULL;
  g_clear_object (&self->finding);
}

static void
go_to_cb (GtkWidget  *widget,
          const char *name,
          GVariant   *parameter)
{
  tl_finding_editor_go_to (TL_FINDING_EDITOR (widget), g_variant_get_string (parameter, NULL));
}

/* The bar */

static GtkWidget *
make_step (const char *icon,
           const char *label,
           int         by)
{
  GtkWidget *button = tl_icon_button_new (icon, label);

  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "i", by);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "findings.step");
  return button;
}

static GtkWidget *
make_bar (TlFindingEditor *self)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->back = gtk_button_new ();
  self->add = tl_icon_button_new ("list-add-symbolic", "");
  gtk_widget_add_css_class (self->back, "flat");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->back), "findings.close");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->add), "findings.add");
  self->place = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->place), 1);
  gtk_label_set_ellipsize (GTK_LABEL (self->place), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (self->place, TRUE);
  gtk_widget_add_css_class (self->place, "dim-label");
  self->earlier = make_step ("go-previous-symbolic", "", -1);
  self->later = make_step ("go-next-symbolic", "", 1);
  gtk_box_append (GTK_BOX (bar), self->back);
  gtk_box_append (GTK_BOX (bar), self->place);
  gtk_box_append (GTK_BOX (bar), self->earlier);
  gtk_box_append (GTK_BOX (bar), self->later);
  gtk_box_append (GTK_BOX (bar), self->add);
  gtk_widget_add_css_class (bar, "toolbar");
  return bar;
}

static void
update_place (TlFindingEditor *self)
{
  g_autoptr (GPtrArray) findings = tl_board_list_findings (get_review (self));
  guint position = 0;
  gboolean found = g_ptr_array_find (findings, self->finding, &position);
  g_autofree char *name = tl_review_dup_declared (get_review (self), "Finding");
  /* Translators: which of how many, as in “Finding 2 of 5”. */
  g_autofree char *words = g_strdup_printf (_("%s %u of %u"), name, position + 1, findings->len);

  gtk_label_set_text (GTK_LABEL (self->place), found ? words : "");
  gtk_widget_set_sensitive (self->earlier, found && position > 0);
  gtk_widget_set_sensitive (self->later, found && position + 1 < findings->len);
}

/* GtkWidget overrides */

static gboolean
tl_finding_editor_grab_focus (GtkWidget *widget)
{
  TlFindingEditor *self = TL_FINDING_EDITOR (widget);

  return gtk_widget_get_focus_child (self->scroller) != NULL || tl_finding_editor_go_to (self, "statement");
}

/* GObject overrides */

static void
tl_finding_editor_finalize (GObject *object)
{
  TlFindingEditor *self = TL_FINDING_EDITOR (object);

  g_hash_table_unref (self->places);
  g_clear_object (&self->finding);
  g_clear_object (&self->selection);
  G_OBJECT_CLASS (tl_finding_editor_parent_class)->finalize (object);
}

static void
tl_finding_editor_class_init (TlFindingEditorClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tl_finding_editor_finalize;
  GTK_WIDGET_CLASS (klass)->grab_focus = tl_finding_editor_grab_focus;
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "finding.go-to", "s", go_to_cb);
}

static void
tl_finding_editor_init (TlFindingEditor *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *clamp = adw_clamp_new ();

  self->places = g_hash_table_new (g_str_hash, g_str_equal);
  self->page = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);
  gtk_widget_add_css_class (self->page, "page");
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), MAX_WIDTH);
  adw_clamp_set_child (ADW_CLAMP (clamp), self->page);
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), clamp);
  gtk_widget_set_vexpand (self->scroller, TRUE);
  self->gaps = TL_FINDING_GAPS (tl_finding_gaps_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->gaps), "finding-gaps");
  gtk_box_append (GTK_BOX (box), make_bar (self));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->gaps));
  gtk_box_append (GTK_BOX (box), self->scroller);
  adw_bin_set_child (ADW_BIN (self), box);
}

/**
 * tl_finding_editor_new:
 * @selection: the window's selection
 *
 * Returns: (transfer floating): an editor of no finding yet
 */
GtkWidget *
tl_finding_editor_new (TlSelection *selection)
{
  g_return_val_if_fail (TL_IS_SELECTION (selection), NULL);

  TlFindingEditor *self = g_object_new (TL_TYPE_FINDING_EDITOR, NULL);

  self->selection = g_object_ref (selection);
  tl_phrase_bind_name (GTK_WIDGET (self), get_review (self), "{Finding}");
  tl_phrase_bind (self->back, "label", get_review (self), _("All {Findings}"));
  tl_phrase_bind_button (self->add, get_review (self), _("New {finding}"));
  tl_phrase_bind_button (self->earlier, get_review (self), _("{Finding} before"));
  tl_phrase_bind_button (self->later, get_review (self), _("Next {finding}"));
  return GTK_WIDGET (self);
}

/**
 * tl_finding_editor_get_finding:
 *
 * Returns: (transfer none) (nullable): the finding that is shown
 */
TlRecord *
tl_finding_editor_get_finding (TlFindingEditor *self)
{
  g_return_val_if_fail (TL_IS_FINDING_EDITOR (self), NULL);
  return self->finding;
}

/**
 * tl_finding_editor_set_finding:
 * @finding: (nullable): the finding to show from now on
 */
void
tl_finding_editor_set_finding (TlFindingEditor *self,
                               TlRecord        *finding)
{
  g_return_if_fail (TL_IS_FINDING_EDITOR (self) && (finding == NULL || tl_record_is (finding, "finding")));

  if (self->finding == finding)
    return;
  tl_finding_editor_flush (self);
  clear (self);
  if (finding == NULL)
    return;
  self->finding = g_object_ref (finding);
  fill (self);
  tl_finding_editor_refresh (self);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)), 0);
}

/**
 * tl_finding_editor_go_to:
 * @place: as in #TlFindingGap
 *
 * Returns: whether the keyboard is where that can be said
 */
gboolean
tl_finding_editor_go_to (TlFindingEditor *self,
                         const char      *place)
{
  g_return_val_if_fail (TL_IS_FINDING_EDITOR (self) && place != NULL, FALSE);

  GtkWidget *widget = g_hash_table_lookup (self->places, place);

  if (widget != NULL && TL_IS_BOARD_QUESTION_LIST (widget))
    return tl_board_question_list_ask (TL_BOARD_QUESTION_LIST (widget));
  return widget != NULL
         && (gtk_widget_get_focus_child (widget) != NULL || gtk_widget_child_focus (widget, GTK_DIR_TAB_FORWARD));
}

/**
 * tl_finding_editor_refresh:
 *
 * Shows what the review says now. Fields and lists follow it by themselves.
 */
void
tl_finding_editor_refresh (TlFindingEditor *self)
{
  g_return_if_fail (TL_IS_FINDING_EDITOR (self));

  if (self->finding == NULL
      || tl_review_lookup (get_review (self), tl_record_get_id (self->finding)) != self->finding)
    return;

  g_autoptr (TlFindingGround) ground = tl_finding_ground_new (get_review (self), self->finding);
  g_autoptr (GPtrArray) gaps = tl_finding_gap_list_all (get_review (self), self->finding, ground);

  for (guint against = 0; against < 2; against++)
    tl_finding_evidence_list_show (self->evidence[against], ground);
  tl_finding_gaps_show (self->gaps, tl_finding_count_characters (get_review (self), self->finding), gaps);
  update_place (self);
}

/**
 * tl_finding_editor_flush:
 *
 * Commits what has been typed and still waits for a pause.
 */
void
tl_finding_editor_flush (TlFindingEditor *self)
{
  g_return_if_fail (TL_IS_FINDING_EDITOR (self));
  tl_field_row_flush_within (self->page);
}
