/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Lets the full-text index follow a library from a thread of its own. The index is never the truth: what is not read
 * into it here, because something is wrong with it or the person gave up, whoever searches next reads. */
#define G_LOG_DOMAIN "tl-library"

#include "config.h"

#include "model/library/tl-library-follower.h"

#include "model/library/tl-library-texts-private.h"

/* So many bytes of texts there are for the index at once; what comes beyond, it reads from the library. */
#define MAX_BYTES (2 * 1024 * 1024)

struct _TlFollower
{
  char         *path;
  GCancellable *cancellable; /* borrowed */
  GThread      *thread;
  GArray       *written;     /* of TlGivenText: not committed yet */
  GMutex        lock;        /* for all below */
  GCond         told;
  GArray       *committed;   /* of TlGivenText: in the order of their numbers */
  gsize         n_bytes;     /* of all texts that it has not read yet */
  gboolean      news;        /* something was committed since */
  gboolean      last;        /* nothing more will be */
};

static GArray *
given_new (void)
{
  return g_array_new (FALSE, FALSE, sizeof (TlGivenText));
}

static void
given_free (GArray *given)
{
  for (guint i = 0; i < given->len; i++)
    g_string_free (g_array_index (given, TlGivenText, i).text, TRUE);
  g_array_unref (given);
}

/* Returns the texts of what was committed; NULL when there is nothing more to wait for. */
static GArray *
wait_for_news (TlFollower *self)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  while (!self->news && !self->last)
    g_cond_wait (&self->told, &self->lock);

  GArray *given = self->news ? g_steal_pointer (&self->committed) : NULL;

  self->news = FALSE;
  if (given == NULL)
    return NULL;
  self->committed = given_new ();
  return given;
}

/* The index has read @given. */
static void
take_back (TlFollower *self,
           GArray     *given) /* (transfer full) */
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  for (guint i = 0; i < given->len; i++)
    self->n_bytes -= g_array_index (given, TlGivenText, i).text->len;
  given_free (given);
}

static gpointer
follow (gpointer data)
{
  TlFollower *self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TlLibrary) library = NULL;
  g_autoptr (TlLibraryTexts) texts = NULL;

  GArray *given;

  while (error == NULL && (given = wait_for_news (self)) != NULL)
    {
      if (library == NULL)
        library = tl_library_open (self->path, &error);
      if (library != NULL && texts == NULL)
        texts = _tl_library_texts_new (library, &error);
      if (texts != NULL)
        _tl_library_texts_follow (texts, given, self->cancellable, &error);
      take_back (self, given);
    }
  if (error != NULL)
    g_debug ("the index does not follow: %s", error->message);
  return NULL;
}

/**
 * tl_follower_new:
 * @library: a library
 * @cancellable: (nullable): to give up; it must outlive what is returned
 *
 * Returns: (transfer full): ready to follow
 */
TlFollower *
tl_follower_new (TlLibrary    *library,
                 GCancellable *cancellable)
{
  g_return_val_if_fail (TL_IS_LIBRARY (library), NULL);

  TlFollower *self = g_new0 (TlFollower, 1);

  self->path = g_strdup (tl_library_get_path (library));
  self->cancellable = cancellable;
  self->written = given_new ();
  self->committed = given_new ();
  g_mutex_init (&self->lock);
  g_cond_init (&self->told);
  self->thread = g_thread_new ("index", follow, self);
  return self;
}

/**
 * tl_follower_free:
 * @self: (transfer full): what follows
 *
 * Waits until the index has read all that was committed.
 */
void
tl_follower_free (TlFollower *self)
{
  g_mutex_lock (&self->lock);
  self->last = TRUE;
  g_cond_signal (&self->told);
  g_mutex_unlock (&self->lock);
  g_thread_join (self->thread);
  given_free (self->written);
  given_free (self->committed);
  g_mutex_clear (&self->lock);
  g_cond_clear (&self->told);
  g_free (self->path);
  g_free (self);
}

/**
 * tl_follower_give:
 * @self: what follows
 * @record: the number of a record that was written and is to be committed
 * @text: (transfer full): its texts
 *
 * Spares the index to read the texts from the library. Records are given in the order of their numbers.
 */
void
tl_follower_give (TlFollower *self,
                  gint64      record,
                  GString    *text)
{
  g_return_if_fail (self != NULL && text != NULL);

  const TlGivenText given = { record, text };
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  if (self->n_bytes + text->len > MAX_BYTES)
    {
      g_string_free (text, TRUE);
      return;
    }
  self->n_bytes += text->len;
  g_array_append_val (self->written, given);
}

/**
 * tl_follower_commit:
 * @self: what follows
 *
 * Says that what was given is in the library for good. A record that is not may come to be another one.
 */
void
tl_follower_commit (TlFollower *self)
{
  g_return_if_fail (self != NULL);

  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  g_array_append_vals (self->committed, self->written->data, self->written->len);
  g_array_set_size (self->written, 0);
}

/**
 * tl_follower_tell:
 * @self: what follows
 *
 * Has the index read what was committed.
 */
void
tl_follower_tell (TlFollower *self)
{
  g_return_if_fail (self != NULL);

  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  self->news = TRUE;
  g_cond_signal (&self->told);
}
