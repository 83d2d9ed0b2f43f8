/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Lets the full-text index follow a library from a thread of its own. The index is never the truth: what is not read
 * into it here, because something is wrong with it or the person gave up, whoever searches next reads. */
#define G_LOG_DOMAIN "tl-library"

#include "config.h"

#include "model/library/tl-library-follower.h"

#include "model/library/tl-library-texts.h"

struct _TlFollower
{
  char         *path;
  GCancellable *cancellable; /* borrowed */
  GThread      *thread;
  GMutex        lock;
  GCond         told;
  gboolean      news;        /* something was committed since */
  gboolean      last;        /* nothing more will be */
};

/* Returns FALSE when there is nothing more to wait for. */
static gboolean
wait_for_news (TlFollower *self)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  while (!self->news && !self->last)
    g_cond_wait (&self->told, &self->lock);

  gboolean news = self->news;

  self->news = FALSE;
  return news;
}

static gpointer
follow (gpointer data)
{
  TlFollower *self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TlLibrary) library = NULL;
  g_autoptr (TlLibraryTexts) texts = NULL;

  while (error == NULL && wait_for_news (self))
    {
      if (library == NULL)
        library = tl_library_open (self->path, &error);
      if (texts != NULL)
        tl_library_texts_follow (texts, self->cancellable, &error);
      else if (library != NULL)
        texts = tl_library_texts_open (library, self->cancellable, &error);
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
  g_mutex_clear (&self->lock);
  g_cond_clear (&self->told);
  g_free (self->path);
  g_free (self);
}

/**
 * tl_follower_tell:
 * @self: what follows
 *
 * Says that records were committed.
 */
void
tl_follower_tell (TlFollower *self)
{
  g_return_if_fail (self != NULL);

  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  self->news = TRUE;
  g_cond_signal (&self->told);
}
