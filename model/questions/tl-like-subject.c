/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reads the findings of a review, or of a record of the library itself, for whoever looks for others like one. */
#include "config.h"

#include "model/questions/tl-like-subject.h"

#include <glib/gi18n-lib.h>

#include "model/base/tl-error.h"
#include "model/base/tl-id.h"
#include "model/library/tl-library-tables.h"

static void
finding_free (gpointer data)
{
  TlLikeFinding *finding = data;

  g_free (finding->id);
  g_free (finding->pseudonym);
  g_free (finding->text);
  g_strfreev (finding->codes);
  g_free (finding);
}

static TlLikeSubject *
subject_new (void)
{
  TlLikeSubject *self = g_new0 (TlLikeSubject, 1);

  self->findings = g_ptr_array_new_with_free_func (finding_free);
  return self;
}

/* Takes @id, @pseudonym and @codes. */
static void
add_finding (TlLikeSubject *self,
             char          *id,
             char          *pseudonym,
             guint          number,
             const char    *text,
             char         **codes)
{
  TlLikeFinding *finding = g_new0 (TlLikeFinding, 1);

  *finding = (TlLikeFinding) { id, pseudonym, number, g_strdup (text), codes };
  g_ptr_array_add (self->findings, finding);
}

static int
compare_findings (const void *a,
                  const void *b)
{
  const TlLikeFinding *one = *(TlLikeFinding *const *) a, *other = *(TlLikeFinding *const *) b;

  return one->number < other->number ? -1 : one->number > other->number;
}

/* Of a review */

static void
add_codes (TlReview       *review,
           const char     *id,
           GStrvBuilder   *codes)
{
  g_autoptr (GPtrArray) tags = tl_review_get_referrers (review, id, "tag", "target");

  for (guint i = 0; i < tags->len; i++)
    {
      const char *code = tl_record_get_text (tags->pdata[i], "code");

      if (code != NULL && tl_record_get_text (tags->pdata[i], "verdict") == NULL)
        g_strv_builder_add (codes, code);
    }
}

/**
 * tl_like_subject_of_review:
 * @review: an open review
 *
 * Returns: (transfer full): its findings
 */
TlLikeSubject *
tl_like_subject_of_review (TlReview *review)
{
  g_return_val_if_fail (TL_IS_REVIEW (review), NULL);

  TlLikeSubject *self = subject_new ();
  TlRecord *about = tl_review_get_subject (review);
  TlRecordList *findings = tl_review_get_list (review, "finding");
  const char *key = tl_record_get_text (about, "learning_key");

  self->review = key != NULL ? tl_id_pseudonym (key, tl_record_get_id (about)) : NULL;
  self->board = g_strdup (tl_record_get_text (about, "board_pseudonym"));
  for (guint i = 0; i < tl_record_list_get_n (findings); i++)
    {
      TlRecord *finding = tl_record_list_get (findings, i);
      const char *const *factors = tl_record_get_list (finding, "factors");
      g_autoptr (GStrvBuilder) codes = g_strv_builder_new ();

      add_codes (review, tl_record_get_id (finding), codes);
      for (guint j = 0; factors != NULL && factors[j] != NULL; j++)
        add_codes (review, factors[j], codes);
      add_finding (self, g_strdup (tl_record_get_id (finding)),
                   key != NULL ? tl_id_pseudonym (key, tl_record_get_id (finding)) : NULL,
                   (guint) tl_record_get_int (finding, "number", 0), tl_record_get_text (finding, "statement"),
                   g_strv_builder_end (codes));
    }
  g_ptr_array_sort (self->findings, compare_findings);
  return self;
}

/* Of a record */

static gint64
find_record (TlConnection   *connection,
             TlLikeSubject  *self,
             const char     *review,
             GError        **error)
{
  sqlite3_stmt *statement = tl_connection_prepare (connection, "SELECT record.number, review.board_pseudonym FROM "
                                                   "record JOIN review ON review.key = (record.number << 24 | 1) "
                                                   "WHERE record.review = ? AND NOT superseded", error);
  gboolean row = FALSE;
  gint64 number = 0;

  if (statement == NULL)
    return 0;
  sqlite3_bind_text (statement, 1, review, -1, SQLITE_TRANSIENT);
  if (!tl_connection_step (connection, statement, &row, error))
    return 0;
  if (!row)
    {
      g_set_error (error, TL_ERROR, TL_ERROR_NOT_FOUND, _("The library has no review “%s”."), review);
      return 0;
    }
  number = sqlite3_column_int64 (statement, 0);
  self->board = g_strdup ((const char *) sqlite3_column_text (statement, 1));
  sqlite3_reset (statement);
  return number;
}

static char **
read_codes (TlConnection  *connection,
            gint64         key,
            GError       **error)
{
  sqlite3_stmt *statement = tl_connection_prepare (connection, "SELECT DISTINCT code FROM tag WHERE verdict IS NULL "
                                                   "AND code IS NOT NULL AND (target_finding = ?1 OR target_factor IN "
                                                   "(SELECT value FROM finding_factors WHERE owner = ?1)) "
                                                   "AND key BETWEEN ?2 AND ?3", error);
  g_autoptr (GStrvBuilder) codes = g_strv_builder_new ();
  gint64 first = key >> TL_LIBRARY_KEY_BITS << TL_LIBRARY_KEY_BITS;
  gboolean row = TRUE;

  if (statement == NULL)
    return NULL;
  sqlite3_bind_int64 (statement, 1, key);
  sqlite3_bind_int64 (statement, 2, first);
  sqlite3_bind_int64 (statement, 3, first | TL_LIBRARY_MAX_NUMBER);
  while (tl_connection_step (connection, statement, &row, error))
    {
      if (!row)
        return g_strv_builder_end (codes);
      g_strv_builder_add (codes, (const char *) sqlite3_column_text (statement, 0));
    }
  return NULL;
}

/* The statements are read first, for the codes are read by another statement. */
static gboolean
read_findings (TlConnection   *connection,
               TlLikeSubject  *self,
               gint64          record,
               GError        **error)
{
  sqlite3_stmt *statement = tl_connection_prepare (connection, "SELECT key, id, coalesce (number, 0), statement FROM "
                                                   "finding WHERE key BETWEEN ?1 AND ?2 ORDER BY number", error);
  g_autoptr (GArray) keys = g_array_new (FALSE, FALSE, sizeof (gint64));
  gboolean row = TRUE;

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, record << TL_LIBRARY_KEY_BITS);
  sqlite3_bind_int64 (statement, 2, record << TL_LIBRARY_KEY_BITS | TL_LIBRARY_MAX_NUMBER);
  while (row)
    {
      if (!tl_connection_step (connection, statement, &row, error))
        return FALSE;
      if (!row)
        break;

      gint64 key = sqlite3_column_int64 (statement, 0);
      char *id = tl_id_unpack (sqlite3_column_blob (statement, 1), (gsize) sqlite3_column_bytes (statement, 1));

      g_array_append_val (keys, key);
      add_finding (self, id, g_strdup (id), (guint) sqlite3_column_int64 (statement, 2),
                   (const char *) sqlite3_column_text (statement, 3), NULL);
    }
  for (guint i = 0; i < keys->len; i++)
    {
      TlLikeFinding *finding = self->findings->pdata[i];

      finding->codes = read_codes (connection, g_array_index (keys, gint64, i), error);
      if (finding->codes == NULL)
        return FALSE;
    }
  return TRUE;
}

/**
 * tl_like_subject_of_record:
 * @library: a library
 * @review: the pseudonym of a review in it
 * @error: return location
 *
 * Returns: (transfer full) (nullable): its findings; %NULL with %TL_ERROR_NOT_FOUND if there is no such review
 */
TlLikeSubject *
tl_like_subject_of_record (TlLibrary   *library,
                           const char  *review,
                           GError     **error)
{
  g_return_val_if_fail (TL_IS_LIBRARY (library) && review != NULL, NULL);

  TlConnection *connection = tl_library_get_connection (library);
  g_autoptr (TlLikeSubject) self = subject_new ();
  gint64 record = find_record (connection, self, review, error);

  self->review = g_strdup (review);
  if (record == 0 || !read_findings (connection, self, record, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * tl_like_subject_copy:
 * @finding: one of its findings, by its place
 *
 * Returns: (transfer full): a copy that has this finding alone, for another thread
 */
TlLikeSubject *
tl_like_subject_copy (const TlLikeSubject *self,
                      guint                finding)
{
  g_return_val_if_fail (self != NULL && finding < self->findings->len, NULL);

  TlLikeSubject *copy = subject_new ();
  const TlLikeFinding *only = self->findings->pdata[finding];

  copy->review = g_strdup (self->review);
  copy->board = g_strdup (self->board);
  add_finding (copy, g_strdup (only->id), g_strdup (only->pseudonym), only->number, only->text,
               g_strdupv (only->codes));
  return copy;
}

/**
 * tl_like_subject_find:
 * @name: the id of a finding, that by which a library knows it, or its number
 * @finding: (out): its place
 * @error: return location
 *
 * Returns: %FALSE with %TL_ERROR_NOT_FOUND
 */
gboolean
tl_like_subject_find (const TlLikeSubject  *self,
                      const char           *name,
                      guint                *finding,
                      GError              **error)
{
  g_return_val_if_fail (self != NULL && name != NULL && finding != NULL, FALSE);

  for (*finding = 0; *finding < self->findings->len; (*finding)++)
    {
      const TlLikeFinding *at = self->findings->pdata[*finding];
      g_autofree char *number = g_strdup_printf ("%u", at->number);

      if (g_str_equal (at->id, name) || g_strcmp0 (at->pseudonym, name) == 0 || g_str_equal (number, name))
        return TRUE;
    }
  g_set_error (error, TL_ERROR, TL_ERROR_NOT_FOUND, _("The review has no finding “%s”."), name);
  return FALSE;
}

/**
 * tl_like_subject_free:
 * @self: (transfer full): a subject
 */
void
tl_like_subject_free (TlLikeSubject *self)
{
  g_free (self->review);
  g_free (self->board);
  g_ptr_array_unref (self->findings);
  g_free (self);
}

/**
 * tl_like_subject_ask:
 * @finding: one of its findings, by its place
 * @query: (inout): what findings are to be like is set in it, borrowed from @self
 */
void
tl_like_subject_ask (const TlLikeSubject *self,
                     guint                finding,
                     TlLikeQuery         *query)
{
  g_return_if_fail (self != NULL && finding < self->findings->len && query != NULL);

  const TlLikeFinding *like = self->findings->pdata[finding];

  query->codes = (const char *const *) like->codes;
  query->text = like->text;
  query->review = self->review;
  query->board = self->board;
}
