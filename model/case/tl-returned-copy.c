/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reading a board's copy that has come back. That takes time: the file comes from outside and is looked through for
 * damage, and its whole history is gone through. So it knows nothing of the review and can be done in any thread. */
#include "config.h"

#include "model/case/tl-returned-copy.h"

#include <glib/gi18n-lib.h>

#include "model/base/tl-error.h"

struct _TlReturnedCopy
{
  /* Owned */
  TlReview     *review;
  TlReviewPast *past;
};

static gboolean
check_review (TlReview    *review,
              const char  *path,
              const char  *review_id,
              GError     **error)
{
  g_autofree char *name = g_filename_display_basename (path);

  if (tl_review_get_tier (review) != TL_TIER_BOARD)
    return tl_error_refuse (error, _("“%s” is not a copy made for the board. Such a copy comes from “Export…”, for the "
                                     "board, as a review."), name);
  if (!g_str_equal (tl_record_get_id (tl_review_get_subject (review)), review_id))
    return tl_error_refuse (error, _("“%s” is the board’s copy of another review."), name);
  return TRUE;
}

static gboolean
verify (TlReview      *review,
        GCancellable  *cancellable,
        GError       **error)
{
  gboolean done = FALSE;

  while (!done)
    if (g_cancellable_set_error_if_cancelled (cancellable, error) || !tl_review_verify_slice (review, &done, error))
      return FALSE;
  return TRUE;
}

/**
 * tl_returned_copy_read:
 * @path: a file that should be a board's copy; it may come from anywhere, and is only read
 * @review_id: id of the review of which it should be a copy
 * @progress: (nullable): told in this thread how far it is
 * @user_data: for @progress
 * @cancellable: (nullable): to give up
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the copy, for one thread at a time; %NULL with %TL_ERROR_INVALID where the file
 *   is another, with %G_IO_ERROR_CANCELLED, or the errors of tl_review_open() and tl_review_read_past()
 */
TlReturnedCopy *
tl_returned_copy_read (const char            *path,
                       const char            *review_id,
                       TlReviewPastProgress   progress,
                       gpointer               user_data,
                       GCancellable          *cancellable,
                       GError               **error)
{
  g_return_val_if_fail (path != NULL && review_id != NULL, NULL);

  g_autoptr (TlReturnedCopy) self = g_new0 (TlReturnedCopy, 1);

  self->review = tl_review_open (path, TL_REVIEW_OPEN_READ_ONLY, error);
  if (self->review == NULL || !check_review (self->review, path, review_id, error)
      || !verify (self->review, cancellable, error))
    return NULL;
  self->past = tl_review_read_past (self->review, progress, user_data, cancellable, error);
  return self->past != NULL ? g_steal_pointer (&self) : NULL;
}

void
tl_returned_copy_free (TlReturnedCopy *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->past, tl_review_past_free);
  g_clear_object (&self->review);
  g_free (self);
}

/**
 * tl_returned_copy_get_review:
 *
 * Returns: (transfer none): the copy itself, open for reading
 */
TlReview *
tl_returned_copy_get_review (const TlReturnedCopy *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->review;
}

/**
 * tl_returned_copy_get_past:
 *
 * Returns: (transfer none): what its records were
 */
const TlReviewPast *
tl_returned_copy_get_past (const TlReturnedCopy *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->past;
}
