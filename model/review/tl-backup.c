/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Dated copies of the reviews worked on, one a day, in the person's data folder: throughline/backups/ID/DATE. */
#define G_LOG_DOMAIN "tl-review"

#include "config.h"

#include "model/review/tl-backup.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "model/base/tl-error.h"
#include "model/review/tl-review-private.h"

#define SUFFIX ".throughline"

static gboolean
fail_errno (const char  *path,
            GError     **error)
{
  int saved = errno;
  g_autofree char *name = g_filename_display_name (path);

  g_set_error (error, TL_ERROR, TL_ERROR_FAILED, _("The backup copy “%s” can’t be made or removed: %s."), name,
               g_strerror (saved));
  return FALSE;
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return g_strcmp0 (*(char *const *) a, *(char *const *) b);
}

/* The copies there are, oldest first: their names are dates. */
static GPtrArray *
list_copies (const char *folder)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, SUFFIX))
      g_ptr_array_add (names, g_build_filename (folder, name, NULL));
  g_ptr_array_sort (names, compare_names);
  return names;
}

/**
 * tl_review_dup_backup_folder:
 * @self: a review
 *
 * Returns: (transfer full): the folder in which its copies are
 */
char *
tl_review_dup_backup_folder (TlReview *self)
{
  g_return_val_if_fail (TL_IS_REVIEW (self), NULL);
  return g_build_filename (g_get_user_data_dir (), "throughline", "backups",
                           tl_record_get_id (tl_review_get_subject (self)), NULL);
}

/**
 * tl_review_back_up:
 * @self: a review that tl_review_verify() found sound
 * @error: return location
 *
 * Makes today's copy, unless there is one, and lets go of all but the newest %TL_BACKUPS_KEPT.
 *
 * Returns: %FALSE on failure
 */
gboolean
tl_review_back_up (TlReview  *self,
                   GError   **error)
{
  g_autofree char *folder = tl_review_dup_backup_folder (self);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *name = g_date_time_format (now, "%Y-%m-%d" SUFFIX);
  g_autofree char *path = g_build_filename (folder, name, NULL);

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    return TRUE;
  if (g_mkdir_with_parents (folder, 0700) != 0)
    return fail_errno (folder, error);

  if (!tl_new_file_copy (tl_review_get_connection (self), path, error))
    return FALSE;

  g_autoptr (GPtrArray) copies = list_copies (folder);
  for (guint i = 0; i + TL_BACKUPS_KEPT < copies->len; i++)
    g_unlink (g_ptr_array_index (copies, i));
  return TRUE;
}

/**
 * tl_review_remove_backups:
 * @self: a review
 * @error: return location
 *
 * Removes the copies, which hold what the review was to forget.
 *
 * Returns: %FALSE on failure
 */
gboolean
tl_review_remove_backups (TlReview  *self,
                          GError   **error)
{
  g_autofree char *folder = tl_review_dup_backup_folder (self);
  g_autoptr (GPtrArray) copies = list_copies (folder);

  for (guint i = 0; i < copies->len; i++)
    if (g_unlink (g_ptr_array_index (copies, i)) != 0)
      return fail_errno (g_ptr_array_index (copies, i), error);
  return TRUE;
}
