/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which factors an action is to weaken: those behind the finding that it answers, each to be ticked, and any other that
 * was named elsewhere. An action that weakens none of them changes nothing of what the finding says. */
#include "config.h"

#include "ui/board/tl-weakens-list.h"

#include <glib/gi18n.h>

#include "model/case/tl-board-edit.h"
#include "model/case/tl-board.h"
#include "ui/widgets/tl-phrase.h"
#include "ui/widgets/tl-report.h"

struct _TlWeakensList
{
  AdwPreferencesGroup parent_instance;

  TlReview *review; /* owned */
  TlRecord *action; /* owned */

  GtkWidget *list;
  guint      loading : 1;
};

G_DEFINE_FINAL_TYPE (TlWeakensList, tl_weakens_list, ADW_TYPE_PREFERENCES_GROUP)

static GPtrArray *
list_factors (TlWeakensList *self)
{
  TlRecord *finding = tl_board_find_finding (self->review, self->action);
  GPtrArray *factors = finding != NULL ? tl_board_list_factors (self->review, finding) : g_ptr_array_new ();
  const char *const *chosen = tl_record_get_list (self->action, "weakens");

  for (guint i = 0; chosen[i] != NULL; i++)
    {
      TlRecord *factor = tl_review_lookup (self->review, chosen[i]);

      if (factor != NULL && !g_ptr_array_find (factors, factor, NULL))
        g_ptr_array_add (factors, factor);
    }
  return factors;
}

static void
toggled_cb (TlWeakensList  *self,
            GtkCheckButton *check)
{
  const char *factor = gtk_widget_get_name (GTK_WIDGET (check));
  g_autoptr (GError) error = NULL;

  if (self->loading)
    return;

  TlEdit *edit = tl_edit_begin (self->review, NULL, &error);
  gboolean done = edit != NULL
                  && tl_board_edit_weaken (edit, self->review, tl_record_get_id (self->action), factor,
                                           gtk_check_button_get_active (check), &error);
  g_autofree char *change = edit != NULL ? tl_edit_finish (edit, done, &error) : NULL;

  if (change == NULL && error != NULL)
    tl_report_error (GTK_WIDGET (self), error);
}

/* The label of a check button itself does not wrap. */
static GtkWidget *
make_check (TlWeakensList *self,
            TlRecord      *factor)
{
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *label = gtk_label_new (NULL);
  g_autofree char *title = tl_review_dup_title (self->review, factor);

  gtk_label_set_text (GTK_LABEL (label), title);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (check), label);
  gtk_widget_set_name (check, tl_record_get_id (factor));
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  g_signal_connect_object (check, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  return check;
}

static void
fill (TlWeakensList *self)
{
  g_autoptr (GPtrArray) factors = list_factors (self);

  for (guint i = 0; i < factors->len; i++)
    gtk_box_append (GTK_BOX (self->list), make_check (self, g_ptr_array_index (factors, i)));
  if (factors->len == 0)
    tl_phrase_bind (self, "description", self->review, _("No factor stands behind this {finding} yet."));
}

/* Shows what the action says now, whoever said it. */
static void
load (TlWeakensList *self)
{
  const char *const *chosen = tl_record_get_list (self->action, "weakens");

  self->loading = TRUE;
  for (GtkWidget *check = gtk_widget_get_first_child (self->list); check != NULL;
       check = gtk_widget_get_next_sibling (check))
    gtk_check_button_set_active (GTK_CHECK_BUTTON (check), g_strv_contains (chosen, gtk_widget_get_name (check)));
  self->loading = FALSE;
}

/* GObject overrides */

static void
tl_weakens_list_finalize (GObject *object)
{
  TlWeakensList *self = TL_WEAKENS_LIST (object);

  g_clear_object (&self->review);
  g_clear_object (&self->action);
  G_OBJECT_CLASS (tl_weakens_list_parent_class)->finalize (object);
}

static void
tl_weakens_list_class_init (TlWeakensListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tl_weakens_list_finalize;
}

static void
tl_weakens_list_init (TlWeakensList *self)
{
  self->list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), self->list);
}

/**
 * tl_weakens_list_new:
 * @review: a review
 * @action: one of its actions
 *
 * Returns: (transfer floating): the factors that @action can be to weaken
 */
GtkWidget *
tl_weakens_list_new (TlReview *review,
                     TlRecord *action)
{
  g_return_val_if_fail (TL_IS_REVIEW (review) && tl_record_is (action, "action"), NULL);

  TlWeakensList *self = g_object_new (TL_TYPE_WEAKENS_LIST, NULL);
  const char *title = _(tl_kind_find_field (tl_record_get_kind (action), "weakens")->label);

  self->review = g_object_ref (review);
  self->action = g_object_ref (action);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), title);
  fill (self);
  load (self);
  g_signal_connect_object (action, "notify::weakens", G_CALLBACK (load), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
