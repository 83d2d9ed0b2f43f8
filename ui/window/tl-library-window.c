/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The window of a library of learning records: what is asked, the pages that answer it, and what the library holds. It
 * owns the library and the question; whatever takes long is done by workers that open the file for themselves. */
#define G_LOG_DOMAIN "tl-window"

#include "config.h"

#include "ui/window/tl-library-window-private.h"

#include <glib/gi18n.h>

#include "ui/library/tl-add-report.h"
#include "ui/library/tl-library-empty.h"
#include "ui/library/tl-library-job.h"
#include "ui/widgets/tl-cancellable.h"
#include "ui/widgets/tl-label-button.h"
#include "ui/window/tl-gaps-page.h"
#include "ui/window/tl-like-page.h"
#include "ui/window/tl-merged-page.h"
#include "ui/window/tl-national-page.h"
#include "ui/window/tl-pairs-page.h"
#include "ui/window/tl-recurring-page.h"
#include "ui/window/tl-texts-page.h"

#define DEFAULT_WIDTH 1360
#define DEFAULT_HEIGHT 800

G_DEFINE_FINAL_TYPE (TlLibraryWindow, tl_library_window, ADW_TYPE_APPLICATION_WINDOW)

enum {
  PROP_0,
  PROP_LIBRARY,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
add_page (TlLibraryWindow *self,
          GtkWidget       *page,
          const char      *name,
          const char      *title,
          const char      *icon)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);

  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (icon));
  gtk_box_append (GTK_BOX (box), gtk_label_new (title));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_widget_set_name (row, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_list_box_append (self->pages, row);
  gtk_stack_add_titled (self->stack, page, name, title);
  if (TL_IS_QUESTION_PAGE (page))
    g_signal_connect_object (page, "answered", G_CALLBACK (_tl_library_window_update_actions), self,
                             G_CONNECT_SWAPPED);
}

/* What is asked stands above the pages that answer it. */
static void
add_pages (TlLibraryWindow *self)
{
  self->population = TL_POPULATION_BAR (tl_population_bar_new (self->question));
  self->themes = TL_THEMES_PAGE (tl_themes_page_new (self->question));
  self->chains = TL_CHAINS_PAGE (tl_chains_page_new (self->question));
  self->recurring = TL_PARTS_PAGE (tl_parts_page_new ());
  self->findings = TL_PARTS_PAGE (tl_parts_page_new ());
  self->like = TL_ANSWER_PAGE (tl_like_page_new (self->question));
  self->gaps = TL_ANSWER_PAGE (tl_gaps_page_new (self->question));
  self->texts = TL_ANSWER_PAGE (tl_texts_page_new (self->question));
  self->release = TL_RELEASE_PAGE (tl_release_page_new (self->question));
  self->records = TL_RECORDS_PAGE (tl_records_page_new (self->question));

  tl_parts_page_add (self->recurring, TL_QUESTION_PAGE (tl_recurring_page_new (self->question)), "recurring",
                     _("What Recurs"));
  tl_parts_page_add (self->recurring, TL_QUESTION_PAGE (tl_merged_page_new (self->question)), "merged",
                     _("Merged Map"));
  tl_parts_page_add (self->findings, TL_QUESTION_PAGE (self->like), "like", _("Findings Like One"));
  tl_parts_page_add (self->findings, TL_QUESTION_PAGE (tl_national_page_new (self->question)), "national",
                     _("For National Guidance"));
  gtk_box_append (self->asked, GTK_WIDGET (self->population));
  gtk_box_append (self->asked, gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_stack_add_named (self->body, tl_library_empty_new (), "empty");
  add_page (self, GTK_WIDGET (self->themes), "themes", _("Themes"), "view-continuous-symbolic");
  add_page (self, tl_pairs_page_new (self->question), "pairs", _("Pairs"), "view-grid-symbolic");
  add_page (self, GTK_WIDGET (self->chains), "chains", _("Chains"), "network-workgroup-symbolic");
  add_page (self, GTK_WIDGET (self->recurring), "recurring", _("Recurring"), "media-playlist-repeat-symbolic");
  add_page (self, GTK_WIDGET (self->findings), "findings", _("Findings"), "emblem-documents-symbolic");
  add_page (self, GTK_WIDGET (self->gaps), "gaps", _("Gaps"), "dialog-question-symbolic");
  add_page (self, GTK_WIDGET (self->texts), "search", _("Search"), "edit-find-symbolic");
  add_page (self, GTK_WIDGET (self->release), "release", _("Release"), "document-send-symbolic");
  add_page (self, GTK_WIDGET (self->records), "records", _("Records"), "view-list-symbolic");
}

/* Nothing can be asked of an empty library. */
static void
update_body (TlLibraryWindow *self)
{
  GtkWidget *page = gtk_stack_get_visible_child (self->stack);
  gboolean asks = TL_IS_QUESTION_PAGE (page) || page == GTK_WIDGET (self->release);
  gboolean empty = asks && self->n_records == 0;

  gtk_widget_set_visible (GTK_WIDGET (self->asked), asks && !empty);
  gtk_stack_set_visible_child_name (self->body, empty ? "empty" : "pages");
  _tl_library_window_update_actions (self);
}

static void
show_subtitle (TlLibraryWindow *self,
               guint            n)
{
  g_autofree char *subtitle
      = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u learning record", "%u learning records", n), n);

  adw_window_title_set_subtitle (self->title, subtitle);
}

/* Callbacks */

static void
contents_read_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (TlLibraryWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TlLibraryContents) contents = tl_library_job_contents_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->library == NULL)
    return;
  if (contents == NULL)
    {
      gtk_label_set_text (self->notice_label, error->message);
      gtk_revealer_set_reveal_child (self->notice, TRUE);
      return;
    }
  gboolean first = self->n_records == G_MAXUINT;

  self->n_records = g_list_model_get_n_items (contents->records);
  tl_records_page_set_contents (self->records, contents);
  show_subtitle (self, self->n_records);
  update_body (self);
  if (!tl_library_get_read_only (self->library))
    tl_folder_watch_set_folders (self->watch, contents->watched);
  if (first && contents->watched->len > 0)
    _tl_library_window_gather (self, NULL);
}

void
_tl_library_window_read_contents (TlLibraryWindow *self)
{
  tl_cancellable_renew (&self->reading);
  tl_library_job_contents_async (tl_library_get_path (self->library), self->reading, contents_read_cb,
                                 g_object_ref (self));
  _tl_library_window_read_questions (self);
}

static void
progress_cb (guint       done,
             guint       total,
             const char *file,
             gpointer    user_data)
{
  TlLibraryWindow *self = user_data;

  if (self->library != NULL && self->adding != NULL && !g_cancellable_is_cancelled (self->adding))
    tl_add_bar_set_done (self->add_bar, done, total, file);
}

/* What came from watched folders is told in passing, with the receipt. */
static void
tell_gathered (TlLibraryWindow       *self,
               const TlLibraryReport *report)
{
  guint n = report->added + report->superseded;
  guint n_aside = report->quarantined->len;
  g_autofree char *taken = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u record was taken in from watched folders",
                   "%u records were taken in from watched folders", n), n);
  /* Translators: a sentence on what was taken in, and how many files were not */
  g_autofree char *sentence = n_aside > 0 ? g_strdup_printf (_("%s, %u put in quarantine"), taken, n_aside)
                                          : g_strdup (taken);
  AdwToast *toast = adw_toast_new (sentence);

  adw_toast_set_button_label (toast, _("_Read Receipt"));
  adw_toast_set_action_name (toast, "win.show-receipt");
  adw_toast_set_action_target (toast, "x", report->receipt);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

/* What came of an adding; of watched folders in which nothing is new only who looked there is told. */
static void
tell_added (TlLibraryWindow       *self,
            const TlLibraryReport *report,
            const GError          *error)
{
  gboolean is_quiet = self->quiet && error == NULL;

  if (is_quiet && report->receipt == 0 && !self->asked_for)
    return;
  _tl_library_window_read_contents (self);
  if (is_quiet && report->receipt == 0)
    {
      _tl_library_window_report (self, _("Nothing is new in the watched folders that can be read now"));
      return;
    }
  tl_question_renew (self->question);
  if (is_quiet)
    tell_gathered (self, report);
  else
    gtk_window_present (GTK_WINDOW (tl_add_report_new (GTK_WINDOW (self), report, error)));
}

static void
added_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (TlLibraryWindow) self = user_data;
  g_autoptr (TlLibraryReport) report = NULL;
  g_autoptr (GError) error = NULL;

  tl_library_add_finish (TL_LIBRARY (source), result, &report, &error);
  if (self->library == NULL)
    return;
  g_clear_object (&self->adding);
  tl_add_bar_end (self->add_bar);
  _tl_library_window_update_actions (self);
  tell_added (self, report, error);
  self->asked_for = FALSE;
  if (self->again)
    _tl_library_window_gather (self, NULL);
}

static void
page_selected_cb (TlLibraryWindow *self,
                  GtkListBoxRow   *row)
{
  if (row == NULL)
    return;
  _tl_library_window_begin_way (self);
  gtk_stack_set_visible_child_name (self->stack, gtk_widget_get_name (GTK_WIDGET (row)));
  update_body (self);
}

/* GObject overrides */

static void
tl_library_window_constructed (GObject *object)
{
  TlLibraryWindow *self = TL_LIBRARY_WINDOW (object);

  G_OBJECT_CLASS (tl_library_window_parent_class)->constructed (object);
  adw_window_title_set_title (self->title, tl_library_get_name (self->library));
  gtk_window_set_title (GTK_WINDOW (self), tl_library_get_name (self->library));
  self->question = tl_question_new (self->library);
  self->n_records = G_MAXUINT;
  add_pages (self);
  tl_library_window_show_page (self, "themes");
  _tl_library_window_accept_drops (self);
  if (tl_library_get_read_only (self->library))
    {
      gtk_label_set_text (self->notice_label,
                          _("This library is open for reading only: the file can’t be written to. To add records, copy "
                            "it to a folder of your own and open the copy."));
      gtk_revealer_set_reveal_child (self->notice, TRUE);
    }
  _tl_library_window_update_actions (self);
  _tl_library_window_read_contents (self);
}

static void
tl_library_window_get_property (GObject    *object,
                                guint       id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_LIBRARY:
      g_value_set_object (value, TL_LIBRARY_WINDOW (object)->library);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tl_library_window_set_property (GObject      *object,
                                guint         id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  switch (id)
    {
    case PROP_LIBRARY:
      TL_LIBRARY_WINDOW (object)->library = g_value_dup_object (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tl_library_window_dispose (GObject *object)
{
  TlLibraryWindow *self = TL_LIBRARY_WINDOW (object);

  _tl_library_window_begin_way (self);
  g_clear_object (&self->watch);
  g_cancellable_cancel (self->reading);
  g_cancellable_cancel (self->adding);
  tl_cancellable_stop (&self->opening);
  g_clear_object (&self->reading);
  g_clear_object (&self->adding);
  gtk_widget_dispose_template (GTK_WIDGET (self), TL_TYPE_LIBRARY_WINDOW);
  g_clear_object (&self->question);
  g_clear_object (&self->library);

  G_OBJECT_CLASS (tl_library_window_parent_class)->dispose (object);
}

static void
tl_library_window_class_init (TlLibraryWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = tl_library_window_constructed;
  object_class->get_property = tl_library_window_get_property;
  object_class->set_property = tl_library_window_set_property;
  object_class->dispose = tl_library_window_dispose;

  properties[PROP_LIBRARY]
      = g_param_spec_object ("library", NULL, NULL, TL_TYPE_LIBRARY,
                             G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (TL_TYPE_ADD_BAR);
  g_type_ensure (TL_TYPE_SAVED_LIST);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/throughline/Throughline/ui/window/tl-library-window.ui");
  gtk_widget_class_bind_template_child (widget_class, TlLibraryWindow, title);
  gtk_widget_class_bind_template_child (widget_class, TlLibraryWindow, add_button);
  gtk_widget_class_bind_template_child (widget_class, TlLibraryWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, TlLibraryWindow, notice);
  gtk_widget_class_bind_template_child (widget_class, TlLibraryWindow, notice_label);
  gtk_widget_class_bind_template_child (widget_class, TlLibraryWindow, add_bar);
  gtk_widget_class_bind_template_child (widget_class, TlLibraryWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, TlLibraryWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, TlLibraryWindow, saved);
  gtk_widget_class_bind_template_child (widget_class, TlLibraryWindow, asked);
  gtk_widget_class_bind_template_child (widget_class, TlLibraryWindow, body);
  gtk_widget_class_bind_template_child (widget_class, TlLibraryWindow, stack);
  gtk_widget_class_bind_template_callback (widget_class, page_selected_cb);
  _tl_library_window_install_actions (widget_class);
  _tl_library_window_install_questions (widget_class);
  _tl_library_window_install_gathering (widget_class);
  _tl_library_window_install_receipts (widget_class);
  _tl_library_window_install_releasing (widget_class);
  _tl_library_window_install_way (widget_class);
}

static void
tl_library_window_init (TlLibraryWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  tl_label_split_name (self->add_button, _("What to add"));
  _tl_library_window_watch (self);
  gtk_window_set_default_size (GTK_WINDOW (self), DEFAULT_WIDTH, DEFAULT_HEIGHT);
}

/**
 * tl_library_window_new:
 * @application: (nullable): the application
 * @library: an open library
 *
 * Returns: (transfer floating): a window of @library, not yet presented
 */
GtkWindow *
tl_library_window_new (GtkApplication *application,
                       TlLibrary      *library)
{
  g_return_val_if_fail (TL_IS_LIBRARY (library), NULL);
  return g_object_new (TL_TYPE_LIBRARY_WINDOW, "application", application, "library", library, NULL);
}

/**
 * tl_library_window_get_library:
 *
 * Returns: (transfer none): the library
 */
TlLibrary *
tl_library_window_get_library (TlLibraryWindow *self)
{
  g_return_val_if_fail (TL_IS_LIBRARY_WINDOW (self), NULL);
  return self->library;
}

/**
 * tl_library_window_show_page:
 * @name: name of a page, as "themes" or "records"
 */
void
tl_library_window_show_page (TlLibraryWindow *self,
                             const char      *name)
{
  GtkListBoxRow *row;

  g_return_if_fail (TL_IS_LIBRARY_WINDOW (self) && name != NULL);

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->pages, i)) != NULL; i++)
    if (g_str_equal (gtk_widget_get_name (GTK_WIDGET (row)), name))
      gtk_list_box_select_row (self->pages, row);
}

/**
 * tl_library_window_add:
 * @paths: files, folders and zips, ended by %NULL
 *
 * Adds learning records, shows how far that is, and what became of them. Does nothing while others are being added.
 */
void
tl_library_window_add (TlLibraryWindow   *self,
                       const char *const *paths)
{
  g_return_if_fail (TL_IS_LIBRARY_WINDOW (self) && paths != NULL);

  if (paths[0] != NULL)
    _tl_library_window_gather (self, paths);
}

/* Takes in what is at @paths; if NULL, what is new in the folders that are watched, which is told only in passing. */
void
_tl_library_window_gather (TlLibraryWindow   *self,
                           const char *const *paths)
{
  if (self->adding != NULL || tl_library_get_read_only (self->library))
    return;
  self->adding = g_cancellable_new ();
  self->quiet = paths == NULL;
  self->again = FALSE;
  if (!self->quiet)
    tl_add_bar_begin (self->add_bar);
  _tl_library_window_update_actions (self);
  tl_library_add_async (self->library, paths, progress_cb, self, self->adding, added_cb, g_object_ref (self));
}

/* Returns: (transfer none) (nullable): the page that is seen, if it shows an answer */
TlQuestionPage *
_tl_library_window_get_answering (TlLibraryWindow *self)
{
  GtkWidget *page = gtk_stack_get_visible_child (self->stack);

  return page != NULL && TL_IS_QUESTION_PAGE (page) && tl_question_page_has_answer (TL_QUESTION_PAGE (page))
             ? TL_QUESTION_PAGE (page)
             : NULL;
}
