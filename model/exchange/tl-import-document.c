/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Documents as sources of a review. Reading them needs no review and may be done in any thread; adding what was read is
 * one edit, whatever the number of files. */
#include "config.h"

#include "model/exchange/tl-import-document.h"

#include <glib/gi18n-lib.h>

#include "model/base/tl-text.h"
#include "model/case/tl-source.h"
#include "model/review/tl-edit.h"

static TlImportedFile *
imported_file_new (const char *path)
{
  TlImportedFile *self = g_new0 (TlImportedFile, 1);
  g_autofree char *shown = g_filename_display_basename (path);
  g_autofree char *clean = tl_text_normalise (shown, -1, NULL);

  self->name = tl_text_one_line (clean, NULL);
  self->sources = g_ptr_array_new_with_free_func (g_free);
  return self;
}

/**
 * tl_imported_file_free:
 * @self: (transfer full): a file
 */
void
tl_imported_file_free (TlImportedFile *self)
{
  g_free (self->name);
  g_clear_pointer (&self->parts, g_ptr_array_unref);
  g_free (self->refusal);
  g_free (self->known_as);
  g_ptr_array_unref (self->sources);
  g_free (self);
}

static void
read_file (TlImportedFile *self,
           const char     *path,
           GCancellable   *cancellable)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TlDocument) document = tl_document_read (path, cancellable, &error);

  if (document != NULL)
    self->parts = tl_document_split (document, TL_TEXT_MAX_BODY_BYTES);
  else
    {
      self->parts = g_ptr_array_new ();
      self->refusal = g_strdup (error->message);
    }
}

/**
 * tl_import_read_documents:
 * @paths: files
 * @progress: (nullable): told before each file, and after the last
 * @data: for @progress
 * @cancellable: (nullable): to give up
 * @error: return location
 *
 * Reads documents. One that can't be read keeps no other from being read.
 *
 * Returns: (transfer full) (element-type TlImportedFile): one a path, or %NULL with %G_IO_ERROR_CANCELLED
 */
GPtrArray *
tl_import_read_documents (const char *const *paths,
                          TlImportProgress   progress,
                          void              *data,
                          GCancellable      *cancellable,
                          GError           **error)
{
  g_return_val_if_fail (paths != NULL, NULL);

  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_imported_file_free);
  guint n = g_strv_length ((char **) paths);

  for (guint i = 0; i < n; i++)
    {
      TlImportedFile *file = imported_file_new (paths[i]);

      g_ptr_array_add (files, file);
      if (progress != NULL)
        progress (i, n, file->name, data);
      read_file (file, paths[i], cancellable);
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
    }
  if (progress != NULL)
    progress (n, n, "", data);
  return g_steal_pointer (&files);
}

/* Digests of the files that the review has sources of → ids of these. */
static GHashTable *
list_known (TlReview *review)
{
  GHashTable *known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  TlRecordList *sources = tl_review_get_list (review, "source");
  guint n = g_list_model_get_n_items (G_LIST_MODEL (sources));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (TlRecord) source = g_list_model_get_item (G_LIST_MODEL (sources), i);
      const char *digest = tl_record_get_text (source, "original_digest");

      if (digest != NULL && !g_hash_table_contains (known, digest))
        g_hash_table_insert (known, g_strdup (digest), g_strdup (tl_record_get_id (source)));
    }
  return known;
}

static char *
add_source (TlEdit      *edit,
            TlDocument  *document,
            GError     **error)
{
  g_autofree char *id = tl_edit_add (edit, "source", NULL, error);
  g_autofree char *pages = tl_source_format_pages (document->page_starts);
  gboolean added = id != NULL
                   && tl_edit_set (edit, id, "title", document->title, error)
                   && tl_edit_set (edit, id, "type", "other", error)
                   && tl_edit_set (edit, id, "date", document->date, error)
                   && tl_edit_set (edit, id, "body", document->text, error)
                   && tl_edit_set (edit, id, "original_digest", document->digest, error)
                   && tl_edit_set (edit, id, "page_starts", pages, error);

  return added ? g_steal_pointer (&id) : NULL;
}

static gboolean
add_file (TlEdit          *edit,
          TlImportedFile  *file,
          GError         **error)
{
  for (guint i = 0; i < file->parts->len; i++)
    {
      char *id = add_source (edit, g_ptr_array_index (file->parts, i), error);

      if (id == NULL)
        return FALSE;
      g_ptr_array_add (file->sources, id);
    }
  return TRUE;
}

/* Files that have something to add and are not known. The second of two equal ones is known by the first. */
static GPtrArray *
choose_new (TlReview  *review,
            GPtrArray *files)
{
  g_autoptr (GHashTable) known = list_known (review);
  GPtrArray *new = g_ptr_array_new ();

  for (guint i = 0; i < files->len; i++)
    {
      TlImportedFile *file = g_ptr_array_index (files, i);
      TlDocument *first = file->parts->len > 0 ? g_ptr_array_index (file->parts, 0) : NULL;

      if (first == NULL)
        continue;
      g_free (file->known_as);
      file->known_as = g_strdup (g_hash_table_lookup (known, first->digest));
      if (file->known_as != NULL)
        continue;
      g_ptr_array_add (new, file);
      /* no source has it yet; there is no id to tell */
      g_hash_table_insert (known, g_strdup (first->digest), g_strdup (""));
    }
  return new;
}

/* Of a file that came twice at once, what the first became. */
static void
name_twins (GPtrArray *files)
{
  g_autoptr (GHashTable) added = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < files->len; i++)
    {
      TlImportedFile *file = g_ptr_array_index (files, i);
      TlDocument *first = file->parts->len > 0 ? g_ptr_array_index (file->parts, 0) : NULL;

      if (first != NULL && file->sources->len > 0)
        g_hash_table_insert (added, first->digest, g_ptr_array_index (file->sources, 0));
      else if (first != NULL && *file->known_as == '\0')
        {
          g_free (file->known_as);
          file->known_as = g_strdup (g_hash_table_lookup (added, first->digest));
        }
    }
}

/**
 * tl_import_add_documents:
 * @review: a review
 * @files: (element-type TlImportedFile): what was read; afterwards each says what became of it
 * @error: return location
 *
 * Adds what was read as sources, in one edit. A file that the review has a source of is not added again. Where there
 * is nothing to add there is no edit either.
 *
 * Returns: %FALSE with @error, and then nothing was added
 */
gboolean
tl_import_add_documents (TlReview   *review,
                         GPtrArray  *files,
                         GError    **error)
{
  g_return_val_if_fail (TL_IS_REVIEW (review) && files != NULL, FALSE);

  g_autoptr (GPtrArray) new = choose_new (review, files);

  if (new->len == 0)
    return TRUE;

  /* Translators: what a change is called in the history; a file name */
  g_autofree char *label = new->len == 1
      ? g_strdup_printf (_("Import of %s"), ((TlImportedFile *) g_ptr_array_index (new, 0))->name)
      : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Import of %u document", "Import of %u documents", new->len),
                         new->len);
  TlEdit *edit = tl_edit_begin (review, label, error);
  gboolean made = edit != NULL;

  for (guint i = 0; made && i < new->len; i++)
    made = add_file (edit, g_ptr_array_index (new, i), error);

  g_autofree char *change = edit != NULL ? tl_edit_finish (edit, made, error) : NULL;

  if (change == NULL)
    for (guint i = 0; i < new->len; i++)
      g_ptr_array_set_size (((TlImportedFile *) g_ptr_array_index (new, i))->sources, 0);
  else
    name_twins (files);
  return change != NULL;
}

/**
 * tl_imported_files_count:
 * @files: (element-type TlImportedFile): files
 *
 * Returns: how many of them were added to a review
 */
guint
tl_imported_files_count (GPtrArray *files)
{
  guint n = 0;

  for (guint i = 0; i < files->len; i++)
    n += ((TlImportedFile *) g_ptr_array_index (files, i))->sources->len > 0;
  return n;
}

/**
 * tl_imported_file_dup_sentence:
 * @self: a file that was added, or was not
 *
 * Returns: (transfer full): what came of it
 */
char *
tl_imported_file_dup_sentence (TlImportedFile *self)
{
  if (self->refusal != NULL)
    return g_strdup (self->refusal);
  if (self->known_as != NULL)
    return g_strdup (_("It is in the review already, and was not added again."));
  if (self->parts->len > 1)
    return g_strdup_printf (_("It is longer than one source may be, and was added in %u parts."), self->parts->len);

  const TlDocument *document = g_ptr_array_index (self->parts, 0);
  guint n_pages = document->page_starts->len;

  if (n_pages == 0)
    return g_strdup_printf (_("Added as “%s”, without pages."), document->title);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Added as “%s”, with %u page.",
                                       "Added as “%s”, with %u pages.", n_pages),
                          document->title, n_pages);
}
