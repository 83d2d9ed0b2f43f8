/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The files of a release that left: what was written where, what became of it since, and a way to open it
 * ("win.open-uri"). What was written is listed at once; a worker reads what is there now. */
#include "config.h"

#include "ui/library/tl-release-pieces.h"

#include <glib/gi18n.h>

#include "model/releases/tl-release-words.h"
#include "ui/library/tl-enquiry.h"
#include "ui/widgets/tl-label-button.h"
#include "ui/widgets/tl-wrapped.h"

/* All of the tree of widgets. */
typedef struct {
  GtkWidget *row;
  GtkWidget *open; /* NULL for what is in a zip */
} Row;

struct _TlReleasePieces
{
  AdwBin parent_instance;

  /* Of the tree of widgets */
  GtkBox   *box;
  GtkLabel *failed;

  GPtrArray  *places;  /* owned; of TlReleasePlace; NULL where there is no release */
  GArray     *rows;    /* owned; of Row: of each place its zip, if it is one, and its pieces */
  TlQuestion *question; /* owned, likewise the next */
  TlEnquiry  *enquiry;
};

G_DEFINE_FINAL_TYPE (TlReleasePieces, tl_release_pieces, ADW_TYPE_BIN)

static const char *
get_library (TlReleasePieces *self)
{
  return tl_library_get_path (tl_question_get_library (self->question));
}

/* Rows */

/* Lets what opens a file or folder do so. */
static void
lead_to (GtkWidget  *button,
         const char *path)
{
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);

  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", uri != NULL ? uri : "");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.open-uri");
}

static void
update_row (const Row            *row,
            const TlReleasePlace *place,
            const TlWrittenPiece *piece,
            const char           *library)
{
  g_autofree char *words = tl_written_piece_dup_words (piece);
  gboolean is_there = piece->state == TL_PIECE_UNCHANGED || piece->state == TL_PIECE_CHANGED;
  g_autofree char *path = is_there && row->open != NULL
                            ? tl_release_place_dup_path (place, library, piece != place->zip ? piece->name : NULL)
                            : NULL;

  adw_action_row_set_subtitle (ADW_ACTION_ROW (row->row), words);
  if (path != NULL)
    lead_to (row->open, path);
}

/* Greyed out until it is known that there is something to open. */
static GtkWidget *
add_open (GtkWidget  *row,
          const char *name)
{
  GtkWidget *button = gtk_button_new_with_label (_("Open"));
  g_autofree char *spoken = g_strdup_printf (_("Open %s"), name);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_sensitive (button, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  return button;
}

static void
add_row (TlReleasePieces      *self,
         GtkWidget            *group,
         const TlWrittenPiece *piece,
         gboolean              opens)
{
  Row row = { adw_action_row_new () };
  g_autofree char *name = g_filename_display_name (piece->name);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row.row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row.row), name);
  if (opens)
    row.open = add_open (row.row, name);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row.row);
  g_array_append_val (self->rows, row);
}

static void
add_place (TlReleasePieces      *self,
           const TlReleasePlace *place)
{
  GtkWidget *group = adw_preferences_group_new ();
  g_autofree char *name = g_filename_display_name (place->name);
  g_autofree char *title = g_strdup_printf (place->zip != NULL ? _("In the file “%s”") : _("In the folder “%s”"), name);
  g_autofree char *escaped = g_markup_escape_text (title, -1);
  g_autofree char *words = tl_release_place_dup_words (place);
  g_autofree char *path = place->zip == NULL ? tl_release_place_dup_path (place, get_library (self), NULL) : NULL;

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), escaped);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), words);
  if (path != NULL)
    {
      GtkWidget *button = gtk_button_new_with_label (_("Open Folder"));

      gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
      lead_to (button, path);
      adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (group), button);
    }
  if (place->zip != NULL)
    add_row (self, group, place->zip, TRUE);
  for (guint i = 0; i < place->pieces->len; i++)
    add_row (self, group, place->pieces->pdata[i], place->zip == NULL);
  gtk_box_append (self->box, group);
}

/* Of @places, which are those that have rows. */
static void
update_rows (TlReleasePieces *self,
             GPtrArray       *places)
{
  guint at = 0;

  for (guint i = 0; i < places->len; i++)
    {
      const TlReleasePlace *place = places->pdata[i];

      if (place->zip != NULL)
        update_row (&g_array_index (self->rows, Row, at++), place, place->zip, get_library (self));
      for (guint j = 0; j < place->pieces->len; j++)
        update_row (&g_array_index (self->rows, Row, at++), place, place->pieces->pdata[j], get_library (self));
    }
}

/* The enquiry */

static GPtrArray *
copy_places (GPtrArray *places)
{
  GPtrArray *copy = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_release_place_free);

  for (guint i = 0; places != NULL && i < places->len; i++)
    g_ptr_array_add (copy, tl_release_place_copy (places->pdata[i]));
  return copy;
}

static gpointer
dup_asked (GtkWidget *widget)
{
  return copy_places (TL_RELEASE_PIECES (widget)->places);
}

static gpointer
look (TlLibrary           *library,
      const TlAnswerTerms *terms,
      gpointer             asked,
      GCancellable        *cancellable,
      GError             **error)
{
  GPtrArray *places = asked;

  for (guint i = 0; i < places->len; i++)
    if (!tl_release_place_look (places->pdata[i], tl_library_get_path (library), cancellable, error))
      return NULL;
  return g_ptr_array_ref (places);
}

static void
show (GtkWidget    *widget,
      gpointer      answer,
      const GError *error)
{
  TlReleasePieces *self = TL_RELEASE_PIECES (widget);
  g_autoptr (GPtrArray) places = answer;

  if (places != NULL)
    update_rows (self, places);
  gtk_widget_set_visible (GTK_WIDGET (self->failed), error != NULL);
  if (error != NULL)
    gtk_label_set_text (self->failed, error->message);
}

/* It takes long where the pieces are on another computer. */
static const TlEnquiryKind look_enquiry = {
  .takes_long = TRUE,
  .of_library = TRUE,
  .dup_asked = dup_asked,
  .free_asked = (GDestroyNotify) g_ptr_array_unref,
  .ask = look,
  .free_answer = (GDestroyNotify) g_ptr_array_unref,
  .show = show,
};

/* GObject overrides */

static void
tl_release_pieces_dispose (GObject *object)
{
  TlReleasePieces *self = TL_RELEASE_PIECES (object);

  g_clear_object (&self->enquiry);
  g_clear_object (&self->question);
  G_OBJECT_CLASS (tl_release_pieces_parent_class)->dispose (object);
}

static void
tl_release_pieces_finalize (GObject *object)
{
  TlReleasePieces *self = TL_RELEASE_PIECES (object);

  g_clear_pointer (&self->places, g_ptr_array_unref);
  g_clear_pointer (&self->rows, g_array_unref);
  G_OBJECT_CLASS (tl_release_pieces_parent_class)->finalize (object);
}

static void
tl_release_pieces_class_init (TlReleasePiecesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tl_release_pieces_dispose;
  G_OBJECT_CLASS (klass)->finalize = tl_release_pieces_finalize;
}

static void
tl_release_pieces_init (TlReleasePieces *self)
{
  GtkWidget *outer = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  self->rows = g_array_new (FALSE, FALSE, sizeof (Row));
  self->failed = GTK_LABEL (tl_wrapped_new (NULL, "error"));
  gtk_widget_set_visible (GTK_WIDGET (self->failed), FALSE);
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 18));
  gtk_box_append (GTK_BOX (outer), GTK_WIDGET (self->failed));
  gtk_box_append (GTK_BOX (outer), GTK_WIDGET (self->box));
  adw_bin_set_child (ADW_BIN (self), outer);
}

/**
 * tl_release_pieces_new:
 * @question: whose library they are of
 *
 * Returns: (transfer floating): a list of no pieces
 */
GtkWidget *
tl_release_pieces_new (TlQuestion *question)
{
  g_return_val_if_fail (TL_IS_QUESTION (question), NULL);

  TlReleasePieces *self = g_object_new (TL_TYPE_RELEASE_PIECES, NULL);

  self->question = g_object_ref (question);
  self->enquiry = tl_enquiry_new (question, GTK_WIDGET (self), &look_enquiry);
  return GTK_WIDGET (self);
}

/**
 * tl_release_pieces_set_release:
 * @release: (nullable): a release that left
 *
 * Lists its pieces, and has it looked what became of them.
 */
void
tl_release_pieces_set_release (TlReleasePieces       *self,
                               const TlLoggedRelease *release)
{
  g_return_if_fail (TL_IS_RELEASE_PIECES (self));

  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->box))) != NULL)
    gtk_box_remove (self->box, child);
  g_array_set_size (self->rows, 0);
  g_clear_pointer (&self->places, g_ptr_array_unref);
  if (release == NULL)
    return;
  self->places = copy_places (release->places);
  for (guint i = 0; i < self->places->len; i++)
    add_place (self, self->places->pdata[i]);
  update_rows (self, self->places);
  if (self->places->len == 0)
    gtk_box_append (self->box, tl_wrapped_new (_("What files this release was made of was not kept."), "dim-label"));
  tl_enquiry_renew (self->enquiry);
}
