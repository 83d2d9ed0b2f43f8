/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What can be done on the sources' page, as actions: buttons, keys and menus name them. Each that takes the id of an
 * extract means, where it is empty, what is selected in the text, which is marked first, or the extract at the caret.
 * Marking and what follows are undone as one. */
#include "config.h"

#include "ui/evidence/tl-sources-private.h"

#include <glib/gi18n.h>

#include "model/base/tl-id.h"
#include "model/case/tl-conversation-edit.h"
#include "model/case/tl-evidence-edit.h"
#include "model/case/tl-extract-edit.h"
#include "model/method/tl-method.h"
#include "ui/widgets/tl-accels.h"
#include "ui/widgets/tl-page.h"
#include "ui/widgets/tl-record-picker.h"
#include "ui/widgets/tl-report.h"
#include "ui/widgets/tl-wording.h"

/* What waits for a person to choose. */
typedef struct {
  TlSourcesPage *page;
  char          *extract; /* an id, or "" */
  gboolean       against;
} Choice;

static void
choice_free (gpointer  data,
             GClosure *closure)
{
  Choice *choice = data;

  g_free (choice->extract);
  g_free (choice);
}

static TlReview *
get_review (TlSourcesPage *self)
{
  return tl_selection_get_review (self->selection);
}

static TlSourceText *
get_text (TlSourcesPage *self)
{
  return tl_source_view_get_text (self->view);
}

static TlEdit *
begin (TlSourcesPage *self,
       const char    *label,
       const char    *group,
       GError       **error)
{
  TlEdit *edit = tl_edit_begin (get_review (self), label, error);

  if (edit != NULL && group != NULL)
    tl_edit_set_group (edit, group);
  return edit;
}

/* Marks what is selected. Returns: (nullable): the id of the extract */
static char *
mark_selected (TlSourcesPage *self,
               const char    *group)
{
  TlRecord *source = tl_source_view_get_source (self->view);
  guint start, end;
  g_autoptr (GError) error = NULL;

  if (source == NULL || !tl_source_text_get_selected (get_text (self), &start, &end))
    return NULL;

  g_autofree char *anchor = tl_source_text_dup_anchor (get_text (self), start);
  TlEdit *edit = begin (self, NULL, group, &error);
  g_autofree char *id = edit != NULL ? tl_extract_edit_mark (edit, get_review (self), tl_record_get_id (source), start,
                                                             end, anchor, &error)
                                     : NULL;
  if (!tl_report_finish (GTK_WIDGET (self), edit, id != NULL, &error))
    return NULL;
  tl_source_text_show_extract (get_text (self), tl_review_lookup (get_review (self), id));
  tl_selection_set_one (self->selection, id);
  return g_steal_pointer (&id);
}

/* The extract that is meant by @id, marked now if need be. Returns: (nullable): its id */
static char *
take_extract (TlSourcesPage *self,
              const char    *id,
              const char    *group)
{
  TlRecord *extract = tl_source_text_get_extract (get_text (self));
  guint start, end;

  if (id[0] != '\0')
    return g_strdup (id);
  if (tl_source_text_get_selected (get_text (self), &start, &end))
    return mark_selected (self, group);
  if (extract != NULL)
    return g_strdup (tl_record_get_id (extract));
  tl_report_done (GTK_WIDGET (self), _("Select words of the text first."), FALSE);
  return NULL;
}

static gboolean
means_any (TlSourcesPage *self,
           const char    *id)
{
  guint start, end;

  return id[0] != '\0' || tl_source_text_get_selected (get_text (self), &start, &end)
         || tl_source_text_get_extract (get_text (self)) != NULL;
}

/* Lets a person choose a record, for the extract that is meant by @id. */
static void
ask (TlSourcesPage     *self,
     const char *const *kinds,
     const char        *id,
     gboolean           against,
     GCallback          picked)
{
  GtkWidget *picker, *card;
  Choice *choice;

  if (!means_any (self, id))
    {
      tl_report_done (GTK_WIDGET (self), _("Select words of the text first."), FALSE);
      return;
    }
  choice = g_new (Choice, 1);
  *choice = (Choice) { self, g_strdup (id), against };
  picker = tl_record_picker_new (get_review (self), kinds);
  g_signal_connect_data (picker, "picked", picked, choice, choice_free, G_CONNECT_SWAPPED);
  card = id[0] != '\0' ? tl_source_text_find_card (get_text (self), tl_review_lookup (get_review (self), id)) : NULL;
  tl_record_picker_pop_up (TL_RECORD_PICKER (picker), card != NULL ? card : GTK_WIDGET (self->view));
}

/* Callbacks */

static void
claim_picked_cb (Choice     *choice,
                 const char *claim_id)
{
  TlSourcesPage *self = choice->page;
  TlRecord *claim = tl_review_lookup (get_review (self), claim_id);
  g_autofree char *group = tl_id_new ();
  g_autofree char *extract = take_extract (self, choice->extract, group);
  g_autoptr (GError) error = NULL;

  if (extract == NULL || claim == NULL)
    return;

  g_autofree char *name = tl_wording_name (get_review (self), claim);
  g_autofree char *sentence
      = g_strdup_printf (choice->against ? _("Attached against “%s”") : _("Attached for “%s”"), name);
  TlEdit *edit = begin (self, sentence, group, &error);
  g_autofree char *support = edit != NULL ? tl_evidence_edit_attach (edit, get_review (self), extract, claim_id,
                                                                     choice->against, &error)
                                          : NULL;
  if (tl_report_finish (GTK_WIDGET (self), edit, support != NULL, &error))
    tl_report_done (GTK_WIDGET (self), sentence, TRUE);
}

static void
make_account_of (TlSourcesPage *self,
                 const char    *extract_id,
                 const char    *event_id)
{
  g_autofree char *group = tl_id_new ();
  g_autofree char *extract = take_extract (self, extract_id, group);
  g_autoptr (GError) error = NULL;

  if (extract == NULL)
    return;

  const char *sentence = event_id != NULL ? _("Made an account of an extract") : _("Made an event of an extract");
  TlEdit *edit = begin (self, sentence, group, &error);
  g_autofree char *account
      = edit != NULL ? tl_extract_edit_make_account (edit, get_review (self), extract, event_id, &error) : NULL;
  if (tl_report_finish (GTK_WIDGET (self), edit, account != NULL, &error))
    tl_report_done (GTK_WIDGET (self), sentence, TRUE);
}

static void
event_picked_cb (Choice     *choice,
                 const char *event_id)
{
  make_account_of (choice->page, choice->extract, event_id);
}

/* Actions */

static void
find (GtkWidget  *widget,
      const char *name,
      GVariant   *parameter)
{
  tl_source_text_find (get_text (TL_SOURCES_PAGE (widget)));
}

static void
find_next (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  tl_source_text_find_next (get_text (TL_SOURCES_PAGE (widget)), g_str_equal (name, "sources.find-previous"));
}

static void
next_extract (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  TlSourcesPage *self = TL_SOURCES_PAGE (widget);
  TlRecord *extract
      = tl_source_text_find_extract (get_text (self), g_str_equal (name, "sources.previous-extract"));

  if (extract == NULL)
    return;
  tl_source_text_show_extract (get_text (self), extract);
  tl_selection_set_one (self->selection, tl_record_get_id (extract));
}

static void
show_list (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  TlSourcesPage *self = TL_SOURCES_PAGE (widget);

  _tl_sources_page_show_source (self, NULL);
  gtk_widget_grab_focus (GTK_WIDGET (self->list));
}

static void
add_conversation (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  TlSourcesPage *self = TL_SOURCES_PAGE (widget);
  g_autoptr (GError) error = NULL;
  TlEdit *edit = begin (self, NULL, NULL, &error);
  g_autofree char *id = edit != NULL ? tl_edit_add (edit, "source", NULL, &error) : NULL;
  gboolean made = id != NULL && tl_edit_set (edit, id, "type", "conversation", &error)
                  && tl_edit_set (edit, id, "check_back", "not_yet", &error);

  if (!tl_report_finish (GTK_WIDGET (self), edit, made, &error))
    return;
  gtk_widget_activate_action (widget, "win.reveal", "s", id);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
write_up (GtkWidget  *widget,
          const char *name,
          GVariant   *parameter)
{
  TlSourcesPage *self = TL_SOURCES_PAGE (widget);
  TlRecord *source = tl_source_view_get_source (self->view);
  g_autoptr (GError) error = NULL;

  if (source == NULL)
    return;
  tl_page_flush (TL_PAGE (self));

  TlEdit *edit = begin (self, _("Took the notes as the text"), NULL, &error);
  if (tl_report_finish (GTK_WIDGET (self), edit,
                        edit != NULL && tl_conversation_edit_write_up (edit, source, &error), &error))
    tl_source_view_show_text (self->view);
}

static void
mark (GtkWidget  *widget,
      const char *name,
      GVariant   *parameter)
{
  TlSourcesPage *self = TL_SOURCES_PAGE (widget);
  guint start, end;

  if (!tl_source_text_get_selected (get_text (self), &start, &end))
    tl_report_done (widget, _("Select words of the text first."), FALSE);
  else
    g_free (mark_selected (self, NULL));
}

static void
attach (GtkWidget  *widget,
        const char *name,
        GVariant   *parameter)
{
  static const char *const kinds[] = { "factor", "link", NULL };

  ask (TL_SOURCES_PAGE (widget), kinds, g_variant_get_string (parameter, NULL),
       g_str_equal (name, "sources.attach-against"), G_CALLBACK (claim_picked_cb));
}

static void
detach (GtkWidget  *widget,
        const char *name,
        GVariant   *parameter)
{
  TlSourcesPage *self = TL_SOURCES_PAGE (widget);
  g_autofree char *id = g_variant_dup_string (parameter, NULL);
  g_autoptr (GError) error = NULL;
  TlEdit *edit = begin (self, _("Detached an extract"), NULL, &error);

  if (tl_report_finish (GTK_WIDGET (self), edit, edit != NULL && tl_edit_remove (edit, id, &error), &error))
    tl_report_done (widget, _("Detached an extract"), TRUE);
}

static void
make_factor (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  TlSourcesPage *self = TL_SOURCES_PAGE (widget);
  g_autofree char *group = tl_id_new ();
  g_autofree char *extract = take_extract (self, g_variant_get_string (parameter, NULL), group);
  const char *key = tl_record_get_text (tl_review_get_subject (get_review (self)), "method");
  TlMethod *method = key != NULL ? tl_method_lookup (key, NULL) : NULL;
  g_autoptr (GError) error = NULL;

  if (extract == NULL)
    return;

  TlEdit *edit = begin (self, _("Made a factor of an extract"), group, &error);
  g_autofree char *id
      = edit != NULL ? tl_extract_edit_make_factor (edit, get_review (self), method, extract, &error) : NULL;
  if (tl_report_finish (GTK_WIDGET (self), edit, id != NULL, &error))
    tl_report_done (widget, _("Made a factor of an extract"), TRUE);
}

static void
make_event (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  make_account_of (TL_SOURCES_PAGE (widget), g_variant_get_string (parameter, NULL), NULL);
}

static void
make_account (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  static const char *const kinds[] = { "event", NULL };

  ask (TL_SOURCES_PAGE (widget), kinds, g_variant_get_string (parameter, NULL), FALSE, G_CALLBACK (event_picked_cb));
}

static void
find_again (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  TlSourcesPage *self = TL_SOURCES_PAGE (widget);
  const char *id = g_variant_get_string (parameter, NULL);
  TlRecord *extract = tl_review_lookup (get_review (self), id);
  g_autoptr (GError) error = NULL;
  guint start, end;

  if (extract == NULL || !tl_source_text_get_place (get_text (self), extract, &start, &end))
    return;

  g_autofree char *anchor = tl_source_text_dup_anchor (get_text (self), start);
  TlEdit *edit = begin (self, _("Found an extract again"), NULL, &error);
  if (tl_report_finish (GTK_WIDGET (self), edit,
                        edit != NULL && tl_extract_edit_move (edit, id, start, end, anchor, &error), &error))
    tl_source_text_show_extract (get_text (self), extract);
}

/* What changes the review. */
static const struct {
  const char *name;
  const char *parameter;
  GtkWidgetActionActivateFunc activate;
} edits[] = {
  { "sources.add-conversation", NULL, add_conversation },
  { "sources.write-up", NULL, write_up },
  { "sources.mark", NULL, mark },
  { "sources.attach-for", "s", attach },
  { "sources.attach-against", "s", attach },
  { "sources.detach", "s", detach },
  { "sources.make-factor", "s", make_factor },
  { "sources.make-event", "s", make_event },
  { "sources.make-account", "s", make_account },
  { "sources.find-again", "s", find_again },
};

/**
 * _tl_sources_actions_class_init:
 *
 * Gives the page its actions and keys.
 */
void
_tl_sources_actions_class_init (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "sources.find", NULL, find);
  gtk_widget_class_install_action (widget_class, "sources.find-next", NULL, find_next);
  gtk_widget_class_install_action (widget_class, "sources.find-previous", NULL, find_next);
  gtk_widget_class_install_action (widget_class, "sources.show-list", NULL, show_list);
  gtk_widget_class_install_action (widget_class, "sources.next-extract", NULL, next_extract);
  gtk_widget_class_install_action (widget_class, "sources.previous-extract", NULL, next_extract);
  for (guint i = 0; i < G_N_ELEMENTS (edits); i++)
    gtk_widget_class_install_action (widget_class, edits[i].name, edits[i].parameter, edits[i].activate);
  tl_accels_install (widget_class, "sources.");
}

/**
 * _tl_sources_actions_update:
 *
 * Offers what can be done with this review.
 */
void
_tl_sources_actions_update (TlSourcesPage *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (edits); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), edits[i].name, !tl_review_get_read_only (get_review (self)));
}
