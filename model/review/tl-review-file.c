/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Review files as wholes: a new one, and one whose history is to be forgotten. */
#include "config.h"

#include "model/review/tl-review-file.h"

#include "model/base/tl-id.h"
#include "model/method/tl-method.h"
#include "model/review/tl-backup.h"
#include "model/review/tl-review-private.h"
#include "model/store/tl-index.h"
#include "model/store/tl-schema.h"
#include "model/store/tl-table.h"
#include "model/terms/tl-terms.h"

static TlValue *
find_value (TlValue    *values,
            const char *field)
{
  return &values[tl_kind_find_field_index (tl_kind_lookup ("review"), field)];
}

static void
set_if_unset (TlValue    *values,
              const char *field,
              char       *text)
{
  TlValue *value = find_value (values, field);

  if (value->type == TL_VALUE_UNSET)
    *value = (TlValue) { .type = TL_VALUE_TEXT, .text = text };
  else
    g_free (text);
}

typedef struct {
  const char *id;
  TlValue    *values;
  TlTier      tier;
  TlFill      fill; /* puts in what a copy for another tier holds besides, or NULL */
  gpointer    data;
} NewReview;

static gboolean
fill_cb (TlConnection  *connection,
         gpointer       data,
         GError       **error)
{
  const NewReview *new = data;

  return tl_schema_create (connection, error)
         && tl_table_insert (tl_table_get (tl_kind_lookup ("review")), connection, new->id, new->values, error)
         && (new->fill == NULL || (tl_schema_set_tier (connection, new->tier, error)
                                   && new->fill (connection, new->data, error)));
}

/* In memory, so that who is stopped leaves nothing of the case beside its file. */
static TlConnection *
make_draft (const char  *path,
            NewReview   *new,
            GError     **error)
{
  set_if_unset (new->values, "learning_key", tl_id_new ());
  set_if_unset (new->values, "board_pseudonym", tl_id_new ());
  if (find_value (new->values, "revision")->type == TL_VALUE_UNSET)
    *find_value (new->values, "revision") = (TlValue) { .type = TL_VALUE_INTEGER, .integer = 1 };
  return tl_new_file_fill (path, fill_cb, new, error);
}

static gboolean
put_at (TlConnection          *draft,
        const char            *path,
        TlReviewCreateFlags    flags,
        GError               **error)
{
  return flags & TL_REVIEW_CREATE_REPLACE ? tl_new_file_replace (draft, path, error)
                                          : tl_new_file_copy (draft, path, error);
}

/**
 * tl_review_create:
 * @path: name of a file that doesn't exist, or with %TL_REVIEW_CREATE_REPLACE of any
 * @flags: how
 * @id: (nullable): id of the review; %NULL for a new one
 * @values: one a field of the kind "review"; its secret key, its board's pseudonym and its revision are made where
 *   unset
 * @fill: (nullable) (scope call): edits it before it is in the file
 * @data: for @fill
 * @error: return location
 *
 * Makes a review file. That the review exists is no edit and can't be undone. Whenever this is stopped there is no file
 * of that name, or a review with all of the edits.
 *
 * Returns: %FALSE on failure, and then a file at @path is as it was
 */
gboolean
tl_review_create (const char           *path,
                  TlReviewCreateFlags   flags,
                  const char           *id,
                  TlValue              *values,
                  TlReviewFill          fill,
                  gpointer              data,
                  GError              **error)
{
  g_return_val_if_fail (path != NULL && values != NULL, FALSE);

  g_autofree char *new_id = id != NULL ? g_strdup (id) : tl_id_new ();
  NewReview new = { .id = new_id, .values = values };
  g_autoptr (TlConnection) draft = make_draft (path, &new, error);

  if (draft == NULL)
    return FALSE;
  if (fill == NULL)
    return put_at (draft, path, flags, error);

  g_autoptr (TlReview) review = _tl_review_new_for_connection (g_steal_pointer (&draft), path, error);

  return review != NULL && fill (review, data, error)
         && put_at (tl_review_get_connection (review), path, flags, error);
}

/**
 * tl_review_create_copy:
 * @path: name of a file that doesn't exist
 * @tier: whom the copy is for
 * @id: id of the review
 * @values: as for tl_review_create()
 * @fill: (scope call): puts in all other records
 * @data: for @fill
 * @error: return location
 *
 * Makes a copy of a review that holds what leaves in @tier. None of it is in its history: that begins with the first
 * thing done in the copy.
 *
 * Returns: %FALSE on failure, and then there is no file
 */
gboolean
tl_review_create_copy (const char    *path,
                       TlTier         tier,
                       const char    *id,
                       TlValue       *values,
                       TlFill         fill,
                       gpointer       data,
                       GError       **error)
{
  NewReview new = { id, values, tier, fill, data };

  g_return_val_if_fail (path != NULL && id != NULL && values != NULL && fill != NULL, FALSE);

  g_autoptr (TlConnection) draft = make_draft (path, &new, error);

  return draft != NULL && tl_new_file_copy (draft, path, error);
}

/**
 * tl_review_create_titled:
 * @path: name of a file that doesn't exist, or with %TL_REVIEW_CREATE_REPLACE of any
 * @flags: how
 * @title: (nullable): title of the review
 * @method: id of a method pack
 * @profile: (nullable): id of a terminology profile
 * @error: return location
 *
 * Makes a file for a new review.
 *
 * Returns: %FALSE on failure
 */
gboolean
tl_review_create_titled (const char           *path,
                         TlReviewCreateFlags   flags,
                         const char           *title,
                         const char           *method,
                         const char           *profile,
                         GError              **error)
{
  const TlKind *kind = tl_kind_lookup ("review");
  g_autofree TlValue *values = g_new0 (TlValue, kind->n_fields);
  g_autoptr (TlMethod) pack = tl_method_lookup (method, error);
  g_autoptr (TlTerms) terms = profile != NULL && pack != NULL ? tl_terms_lookup (profile, error) : NULL;
  gboolean done = pack != NULL && (profile == NULL || terms != NULL)
                  && tl_value_set_string (find_value (values, "title"), tl_kind_find_field (kind, "title"), title,
                                          error)
                  && tl_value_set_string (find_value (values, "profile"), tl_kind_find_field (kind, "profile"), profile,
                                          error);

  if (done)
    {
      set_if_unset (values, "method", g_strdup (method));
      set_if_unset (values, "method_version", g_strdup (tl_method_get_version (pack)));
      done = tl_review_create (path, flags, NULL, values, NULL, NULL, error);
    }
  for (guint i = 0; i < kind->n_fields; i++)
    tl_value_clear (&values[i]);
  return done;
}

/**
 * tl_review_forget:
 * @self: a review
 * @error: return location
 *
 * Forgets the history: what was deleted or replaced is no longer anywhere in the file, and nothing before this can be
 * undone. UUIDs of changes stay, for merging with copies. The dated backup copies on this computer are removed.
 *
 * Returns: %FALSE on failure
 */
gboolean
tl_review_forget (TlReview  *self,
                  GError   **error)
{
  g_return_val_if_fail (TL_IS_REVIEW (self), FALSE);

  TlConnection *connection = tl_review_get_connection (self);

  if (!_tl_review_begin_write (self, error))
    return FALSE;
  /* The words of what was deleted are in the index too, until it is made anew for the next search. */
  if (!tl_log_forget (connection, error) || !tl_index_drop (connection, error))
    {
      tl_connection_rollback (connection);
      return FALSE;
    }
  /* The image first: the history is gone from here on, even if there is no room to clean up the file. */
  return tl_connection_commit (connection, error)
         && _tl_review_reload (self, error)
         && tl_review_remove_backups (self, error)
         && tl_connection_execute (connection, "VACUUM", error);
}
