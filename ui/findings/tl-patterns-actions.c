/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What can be done on the patterns' page, as actions: buttons, keys, menus and what is dropped name them. Each is one
 * edit and is undone as one. An action that takes the id of a pattern means, where it is empty, the one with the
 * keyboard. */
#include "config.h"

#include "ui/findings/tl-patterns-private.h"

#include <glib/gi18n.h>

#include "model/case/tl-finding-edit.h"
#include "model/case/tl-pattern-edit.h"
#include "model/review/tl-review-terms.h"
#include "ui/widgets/tl-accels.h"
#include "ui/widgets/tl-record-picker.h"
#include "ui/widgets/tl-report.h"
#include "ui/widgets/tl-wording.h"

/* What waits for a pattern to be chosen: factors, and the pattern that they are taken from. */
typedef struct {
  TlPatternsPage *page;
  GStrv           ids;
  char           *from; /* "" for none */
} Choice;

static void
choice_free (gpointer  data,
             GClosure *closure)
{
  Choice *choice = data;

  g_strfreev (choice->ids);
  g_free (choice->from);
  g_free (choice);
}

static TlReview *
get_review (TlPatternsPage *self)
{
  return tl_selection_get_review (self->selection);
}

static void
focus_card (TlPatternsPage *self,
            const char     *id)
{
  TlPatternCard *card = tl_pattern_board_find (self->board, id);

  if (card != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (card));
}

/* Gathering */

static void
gather_in (TlPatternsPage    *self,
           const char        *from,
           const char        *title,
           const char        *category,
           const char *const *ids)
{
  g_autoptr (GError) error = NULL;
  TlEdit *edit = tl_edit_begin (get_review (self), _("Gather factors into a pattern"), &error);
  gboolean taken = edit != NULL
                   && (from[0] == '\0' || tl_pattern_edit_take_factors (edit, get_review (self), from, ids, &error));
  g_autofree char *id
      = taken ? tl_pattern_edit_gather (edit, title, category[0] != '\0' ? category : NULL, ids, &error) : NULL;

  if (!tl_report_finish (GTK_WIDGET (self), edit, id != NULL, &error))
    return;
  focus_card (self, id);
  tl_selection_set_one (self->selection, id);
  if (title == NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.focus-inspector", NULL);
}

static void
put (TlPatternsPage    *self,
     const char        *from,
     const char        *to,
     const char *const *ids)
{
  if (g_str_equal (from, to))
    return;

  g_autoptr (GError) error = NULL;
  TlEdit *edit = tl_edit_begin (get_review (self), _("Put factors into a pattern"), &error);
  gboolean done = edit != NULL
                  && (from[0] == '\0' || tl_pattern_edit_take_factors (edit, get_review (self), from, ids, &error))
                  && tl_pattern_edit_add_factors (edit, get_review (self), to, ids, &error);

  if (tl_report_finish (GTK_WIDGET (self), edit, done, &error))
    tl_selection_set_many (self->selection, ids);
}

static void
gather_cb (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  TlPatternsPage *self = TL_PATTERNS_PAGE (widget);
  g_auto (GStrv) ids = _tl_patterns_dup_factors (self);

  gather_in (self, "", NULL, "", (const char *const *) ids);
}

static void
gather_in_cb (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  const char *from, *category;
  g_autofree const char **ids = NULL;

  g_variant_get (parameter, "(&s&s^a&s)", &from, &category, &ids);
  gather_in (TL_PATTERNS_PAGE (widget), from, NULL, category, ids);
}

static void
add_cb (GtkWidget  *widget,
        const char *name,
        GVariant   *parameter)
{
  const char *const none[] = { NULL };
  g_autofree char *category = g_variant_dup_string (parameter, NULL);

  gather_in (TL_PATTERNS_PAGE (widget), "", NULL, category, none);
}

static void
put_cb (GtkWidget  *widget,
        const char *name,
        GVariant   *parameter)
{
  const char *from, *to;
  g_autofree const char **ids = NULL;

  g_variant_get (parameter, "(&s&s^a&s)", &from, &to, &ids);
  put (TL_PATTERNS_PAGE (widget), from, to, ids);
}

static void
picked_cb (GtkWidget  *picker,
           const char *id,
           gpointer    user_data)
{
  Choice *choice = user_data;

  put (choice->page, choice->from, id, (const char *const *) choice->ids);
}

static void
named_cb (GtkWidget  *picker,
          const char *title,
          gpointer    user_data)
{
  Choice *choice = user_data;

  gather_in (choice->page, choice->from, title, "", (const char *const *) choice->ids);
}

/* What is chosen in a pattern is taken out of it. */
static void
put_into_cb (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  TlPatternsPage *self = TL_PATTERNS_PAGE (widget);
  TlFactorList *list = _tl_patterns_get_list (self);
  TlRecord *from = list != NULL ? tl_factor_list_get_pattern (list) : NULL;
  const char *const kinds[] = { "pattern", NULL };
  GtkWidget *picker = tl_record_picker_new (get_review (self), kinds);

  tl_record_picker_set_new_label (TL_RECORD_PICKER (picker), _("New pattern “%s”"));
  for (guint i = 0; i < 2; i++)
    {
      Choice *choice = g_new (Choice, 1);

      *choice = (Choice) { self, _tl_patterns_dup_factors (self),
                           g_strdup (from != NULL ? tl_record_get_id (from) : "") };
      g_signal_connect_data (picker, i == 0 ? "picked" : "named",
                             i == 0 ? G_CALLBACK (picked_cb) : G_CALLBACK (named_cb), choice, choice_free, 0);
    }
  tl_record_picker_pop_up (TL_RECORD_PICKER (picker), widget);
}

/* Within a pattern */

/* What stood after the factors that have gone gets the keyboard. */
static void
take_out (TlPatternsPage *self,
          TlFactorList   *list)
{
  TlRecord *pattern = tl_factor_list_get_pattern (list);
  g_auto (GStrv) ids = tl_factor_list_dup_selected (list);
  guint position = 0;
  g_autoptr (GError) error = NULL;

  if (ids[0] == NULL)
    return;
  tl_factor_list_find (list, ids[0], &position);
  TlEdit *edit = tl_edit_begin (get_review (self), _("Take factors out of a pattern"), &error);
  gboolean done = edit != NULL
                  && tl_pattern_edit_take_factors (edit, get_review (self), tl_record_get_id (pattern),
                                                   (const char *const *) ids, &error);
  if (!tl_report_finish (GTK_WIDGET (self), edit, done, &error))
    return;
  if (!tl_factor_list_focus (list, position))
    focus_card (self, tl_record_get_id (pattern));
  tl_report_done (GTK_WIDGET (self), _("Taken out of the pattern; the factors stay in the graph"), TRUE);
}

static void
delete_cb (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  TlPatternsPage *self = TL_PATTERNS_PAGE (widget);
  TlFactorList *list = _tl_patterns_get_list (self);
  TlPatternCard *card = _tl_patterns_get_card (self);

  if (list != NULL && tl_factor_list_get_pattern (list) != NULL)
    take_out (self, list);
  else if (list == NULL && card != NULL)
    gtk_widget_activate_action (widget, "win.remove", "s", tl_record_get_id (tl_pattern_card_get_pattern (card)));
  else
    gtk_widget_error_bell (widget);
}

static void
place_cb (GtkWidget  *widget,
          const char *name,
          GVariant   *parameter)
{
  TlPatternsPage *self = TL_PATTERNS_PAGE (widget);
  TlFactorList *list = _tl_patterns_get_list (self);
  int by = g_variant_get_int32 (parameter);
  g_autoptr (GError) error = NULL;
  guint position;

  if (list == NULL || tl_factor_list_get_pattern (list) == NULL)
    return;
  g_auto (GStrv) ids = tl_factor_list_dup_selected (list);
  if (ids[0] == NULL || !tl_factor_list_find (list, ids[0], &position) || (by < 0 && position == 0))
    return;

  const char *pattern = tl_record_get_id (tl_factor_list_get_pattern (list));
  TlEdit *edit = tl_edit_begin (get_review (self), NULL, &error);
  gboolean done = edit != NULL
                  && tl_pattern_edit_place_factors (edit, get_review (self), pattern, (const char *const *) ids,
                                                    (guint) ((int) position + by), &error);
  if (tl_report_finish (GTK_WIDGET (self), edit, done, &error) && tl_factor_list_find (list, ids[0], &position))
    tl_factor_list_focus (list, position);
}

/* Of a pattern */

/* The pattern that is meant by @id. */
static TlRecord *
get_pattern (TlPatternsPage *self,
             const char     *id)
{
  TlPatternCard *card = id[0] != '\0' ? tl_pattern_board_find (self->board, id) : _tl_patterns_get_card (self);
  return card != NULL ? tl_pattern_card_get_pattern (card) : NULL;
}

static void
set_category (TlPatternsPage *self,
              const char     *id,
              const char     *category)
{
  g_autoptr (GError) error = NULL;
  TlEdit *edit = tl_edit_begin (get_review (self), NULL, &error);
  gboolean done = edit != NULL
                  && tl_edit_set (edit, id, "category", category[0] != '\0' ? category : NULL, &error);

  tl_report_finish (GTK_WIDGET (self), edit, done, &error);
}

static void
set_category_cb (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  const char *id, *category;

  g_variant_get (parameter, "(&s&s)", &id, &category);
  set_category (TL_PATTERNS_PAGE (widget), id, category);
}

/* A factor goes with its pattern nowhere: it is the card that is moved. */
static void
shift_cb (GtkWidget  *widget,
          const char *name,
          GVariant   *parameter)
{
  TlPatternsPage *self = TL_PATTERNS_PAGE (widget);
  TlPatternCard *card = _tl_patterns_get_card (self);
  int by = g_variant_get_int32 (parameter);

  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    by = -by;
  const char *category = card != NULL ? tl_pattern_board_get_category (self->board, card, by) : NULL;
  if (category == NULL)
    gtk_widget_error_bell (widget);
  else
    set_category (self, tl_record_get_id (tl_pattern_card_get_pattern (card)), category);
}

static void
make_finding_cb (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  TlPatternsPage *self = TL_PATTERNS_PAGE (widget);
  TlRecord *pattern = get_pattern (self, g_variant_get_string (parameter, NULL));
  g_autoptr (GError) error = NULL;

  if (pattern == NULL)
    return;
  g_autofree char *title = tl_wording_name (get_review (self), pattern);
  g_autofree char *format = tl_review_dup_phrase (get_review (self), _("Make a {finding} of “%s”"));
  g_autoptr (GString) label = g_string_new (format);
  g_string_replace (label, "%s", title, 1);
  TlEdit *edit = tl_edit_begin (get_review (self), label->str, &error);
  g_autofree char *id = edit != NULL ? tl_finding_edit_add_from_pattern (edit, get_review (self),
                                                                         tl_record_get_id (pattern), &error)
                                     : NULL;

  if (tl_report_finish (GTK_WIDGET (self), edit, id != NULL, &error))
    gtk_widget_activate_action (widget, "win.reveal", "s", id);
}

/* Going about */

static void
go_cb (GtkWidget  *widget,
       const char *name,
       GVariant   *parameter)
{
  TlPatternsPage *self = TL_PATTERNS_PAGE (widget);
  TlPatternCard *card = _tl_patterns_get_card (self);
  TlFactorList *list = _tl_patterns_get_list (self);
  GtkWidget *from = list != NULL && tl_factor_list_get_pattern (list) == NULL ? NULL : GTK_WIDGET (card);
  int by = g_variant_get_int32 (parameter);

  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    by = -by;
  if (!tl_pattern_board_go (self->board, from, by) && (by > 0 || from == NULL
      || !tl_factor_list_focus (tl_factor_tray_get_list (self->tray), 0)))
    gtk_widget_error_bell (widget);
}

static void
filter_cb (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  tl_factor_tray_search (TL_PATTERNS_PAGE (widget)->tray);
}

static void
menu_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  _tl_patterns_menu_popup (TL_PATTERNS_PAGE (widget));
}

static void
activate_cb (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  gtk_widget_activate_action (widget, "win.focus-inspector", NULL);
}

void
_tl_patterns_actions_class_init (GtkWidgetClass *widget_class)
{
  static const struct {
    const char                 *name;
    const char                 *type;
    GtkWidgetActionActivateFunc activate;
  } actions[] = {
    { "patterns.gather", NULL, gather_cb },
    { "patterns.gather-in", "(ssas)", gather_in_cb },
    { "patterns.add", "s", add_cb },
    { "patterns.put", "(ssas)", put_cb },
    { "patterns.put-into", NULL, put_into_cb },
    { "patterns.delete", NULL, delete_cb },
    { "patterns.place", "i", place_cb },
    { "patterns.set-category", "(ss)", set_category_cb },
    { "patterns.shift", "i", shift_cb },
    { "patterns.make-finding", "s", make_finding_cb },
    { "patterns.go", "i", go_cb },
    { "patterns.filter", NULL, filter_cb },
    { "patterns.activate", NULL, activate_cb },
    { "patterns.menu", NULL, menu_cb },
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, actions[i].type, actions[i].activate);
  tl_accels_install (widget_class, "patterns.");
}

/**
 * _tl_patterns_actions_update:
 *
 * Sets which actions can be done now.
 */
void
_tl_patterns_actions_update (TlPatternsPage *self)
{
  static const char *const of_factors[] = { "patterns.gather", "patterns.put-into" };
  static const char *const editing[]
      = { "patterns.gather-in", "patterns.add", "patterns.put", "patterns.delete", "patterns.place",
          "patterns.set-category", "patterns.shift" };
  gboolean editable = !tl_review_get_read_only (get_review (self));
  g_auto (GStrv) factors = _tl_patterns_dup_factors (self);

  for (guint i = 0; i < G_N_ELEMENTS (of_factors); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), of_factors[i], editable && factors[0] != NULL);
  for (guint i = 0; i < G_N_ELEMENTS (editing); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), editing[i], editable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "patterns.make-finding",
                                 editable && _tl_patterns_get_card (self) != NULL);
}
