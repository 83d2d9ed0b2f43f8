/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A ring of parcels between the threads that fill them and the one that writes them. A thread draws the next file and
 * its place in the ring in one step, so that the order of the places is that of the files. */
#define G_LOG_DOMAIN "tl-library"

#include "config.h"

#include "model/library/tl-library-line.h"

#include "model/library/tl-library-ingest.h"

/* Enough to go on while a commit takes its time. */
#define N_PLACES 32

/* Nor more bytes of files at once: one of unusual size is read while few others are. */
#define MAX_BYTES (64 * 1024 * 1024)

typedef struct {
  TlParcel *parcel; /* owned */
  gsize     size;   /* of its file */
  gboolean  full;
} Place;

struct _TlLine
{
  TlSupply     *supply;      /* borrowed; under @drawing */
  GCancellable *cancellable; /* borrowed */
  GThread     **threads;
  guint         n_threads;
  GMutex        drawing;     /* held while a file is drawn; taken before @lock */

  GMutex        lock;        /* for all below */
  GCond         room;        /* a place has become free, or there is nothing more to do */
  GCond         full;        /* a place has become full, or none will any more */
  Place         places[N_PLACES];
  guint         n_drawn;
  guint         n_done;
  gsize         n_bytes;     /* of files drawn and not done */
  gboolean      ended;       /* no more files */
  gboolean      stopped;     /* nobody wants them */
};

static Place *
place_of (TlLine *self,
          guint   n)
{
  return &self->places[n % N_PLACES];
}

static gboolean
has_room (const TlLine *self)
{
  return self->n_drawn - self->n_done < N_PLACES && self->n_bytes < MAX_BYTES;
}

/* Waits for a place; NULL when there is nothing more to do. */
static Place *
wait_for_place (TlLine *self)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  while (!self->stopped && !self->ended && !has_room (self))
    g_cond_wait (&self->room, &self->lock);
  return self->stopped || self->ended ? NULL : place_of (self, self->n_drawn);
}

/* Draws the next file, with its place. */
static Place *
draw (TlLine     *self,
      TlSupplied *supplied)
{
  g_autoptr (GMutexLocker) drawing = g_mutex_locker_new (&self->drawing);
  Place *place = wait_for_place (self);

  if (place == NULL)
    return NULL;
  tl_parcel_clear (place->parcel);

  gboolean more = tl_supply_next (self->supply, place->parcel, supplied);
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  if (more)
    {
      place->size = supplied->size;
      self->n_bytes += place->size;
      self->n_drawn++;
      return place;
    }
  self->ended = TRUE;
  g_cond_broadcast (&self->full);
  return NULL;
}

static gpointer
read_files (gpointer data)
{
  TlLine *self = data;
  g_autoptr (TlIngest) ingest = tl_ingest_new ();

  for (;;)
    {
      g_auto (TlSupplied) supplied = { 0 };
      Place *place = draw (self, &supplied);

      if (place == NULL)
        return NULL;
      if (supplied.path != NULL)
        tl_ingest_path (ingest, supplied.path, place->parcel, self->cancellable);
      else if (supplied.bytes != NULL)
        tl_ingest_bytes (ingest, supplied.bytes, place->parcel, self->cancellable);

      g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

      place->full = TRUE;
      g_cond_broadcast (&self->full);
    }
}

/**
 * tl_line_new:
 * @supply: the files; it must outlive what is returned, and nobody else may use it meanwhile
 * @n_threads: how many threads are to read
 * @cancellable: (nullable): to give up; it must outlive what is returned
 *
 * Returns: (transfer full): reading
 */
TlLine *
tl_line_new (TlSupply     *supply,
             guint         n_threads,
             GCancellable *cancellable)
{
  g_return_val_if_fail (supply != NULL && n_threads > 0, NULL);

  TlLine *self = g_new0 (TlLine, 1);

  self->supply = supply;
  self->cancellable = cancellable;
  g_mutex_init (&self->drawing);
  g_mutex_init (&self->lock);
  g_cond_init (&self->room);
  g_cond_init (&self->full);
  for (guint i = 0; i < N_PLACES; i++)
    self->places[i].parcel = tl_parcel_new ();
  self->n_threads = n_threads;
  self->threads = g_new (GThread *, n_threads);
  for (guint i = 0; i < n_threads; i++)
    self->threads[i] = g_thread_new ("read", read_files, self);
  return self;
}

/**
 * tl_line_free:
 * @self: (transfer full): reading
 *
 * Waits for the threads, which finish the file that each is at.
 */
void
tl_line_free (TlLine *self)
{
  g_mutex_lock (&self->lock);
  self->stopped = TRUE;
  g_cond_broadcast (&self->room);
  g_mutex_unlock (&self->lock);

  for (guint i = 0; i < self->n_threads; i++)
    g_thread_join (self->threads[i]);
  for (guint i = 0; i < N_PLACES; i++)
    tl_parcel_free (self->places[i].parcel);
  g_mutex_clear (&self->drawing);
  g_mutex_clear (&self->lock);
  g_cond_clear (&self->room);
  g_cond_clear (&self->full);
  g_free (self->threads);
  g_free (self);
}

/**
 * tl_line_take:
 * @self: reading
 *
 * Waits for the next file in order.
 *
 * Returns: (transfer none) (nullable): what was read, until tl_line_done() is called; %NULL after the last
 */
TlParcel *
tl_line_take (TlLine *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);
  Place *place = place_of (self, self->n_done);

  while (!place->full && !(self->ended && self->n_done == self->n_drawn))
    g_cond_wait (&self->full, &self->lock);
  return place->full ? place->parcel : NULL;
}

/**
 * tl_line_done:
 * @self: reading
 *
 * Gives back what tl_line_take() returned, and makes room for another file.
 */
void
tl_line_done (TlLine *self)
{
  g_return_if_fail (self != NULL);

  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);
  Place *place = place_of (self, self->n_done);

  g_assert (place->full);
  place->full = FALSE;
  self->n_bytes -= place->size;
  self->n_done++;
  g_cond_broadcast (&self->room);
}
