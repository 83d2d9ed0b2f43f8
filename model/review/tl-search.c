/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The search of an open review: a thread with a connection of its own answers what is asked and, when nothing is, reads
 * on in the sources. It writes nothing before somebody has searched or edited, nor to a file that was not looked at for
 * damage. */
#define G_LOG_DOMAIN "tl-review"

#include "config.h"

#include "model/review/tl-search.h"

#include "model/review/tl-searcher.h"

/* All in microseconds. How long after a change the index follows, if nobody searches before: typing comes in bursts. */
#define SETTLE (1500 * 1000)

/* How often it is told that more is read. */
#define TELL_INTERVAL (400 * 1000)

/* Between two parts the file is left to others for as long as the part took, but not longer than this. */
#define MAX_PAUSE (40 * 1000)

/* How long to wait after a failure, and how often to try. */
#define RETRY (1000 * 1000)
#define MAX_FAILURES 5

#define NEVER G_MAXINT64

/* What the thread is asked for. Without a task: to look after the index, or to end. */
typedef struct {
  GTask         *task;
  char          *text;
  TlSearchFlags  flags;
  guint          first;
  guint          n;
  gboolean       answered;
  gboolean       end;
} Job;

/* The thread's own; the owner frees it when the thread has ended. */
typedef struct {
  GThread      *thread;
  GAsyncQueue  *jobs;
  GMainContext *context;
  GWeakRef      owner;
  char         *path;
  gboolean      writable;

  TlSearcher   *searcher;
  gint64        due;      /* when to look after the index */
  gint64        told;     /* when it was last told that more is read */
  guint         failures; /* how often in a row it could not be looked after */
} Worker;

struct _TlSearch
{
  GObject parent_instance;

  TlReview *review;
  Worker   *worker;  /* NULL until the file was looked at for damage */
  GQueue    waiting; /* owned Job: for the worker */
  guint     verify;
};

G_DEFINE_FINAL_TYPE (TlSearch, tl_search, G_TYPE_OBJECT)

enum { SIGNAL_CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

/* The task has no source object: the last to let go of it may be the thread, which must not be the last to let go of
 * the search. */
static void
job_free (gpointer data)
{
  Job *job = data;

  if (job->task != NULL && !job->answered)
    g_task_return_new_error (job->task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "The review was closed");
  g_clear_object (&job->task);
  g_free (job->text);
  g_free (job);
}

/* In the thread */

static gboolean
ensure_searcher (Worker  *worker,
                 GError **error)
{
  if (worker->searcher == NULL)
    worker->searcher = tl_searcher_new (worker->path, worker->writable, error);
  return worker->searcher != NULL;
}

static void
answer_job (Worker *worker,
            Job    *job)
{
  GError *error = NULL;
  TlSearchAnswer *answer = NULL;

  if (ensure_searcher (worker, &error))
    answer = tl_searcher_find (worker->searcher, job->text, job->flags, job->first, job->n,
                               g_task_get_cancellable (job->task), &error);
  job->answered = TRUE;
  if (answer == NULL)
    g_task_return_error (job->task, error);
  else
    g_task_return_pointer (job->task, answer, (GDestroyNotify) tl_search_answer_free);
}

static gboolean
tell_cb (gpointer data)
{
  g_signal_emit (data, signals[SIGNAL_CHANGED], 0);
  return G_SOURCE_REMOVE;
}

/* The owner may be on its way out, waiting for this thread to end; then nobody wants to know. */
static void
tell (Worker *worker)
{
  TlSearch *owner = g_weak_ref_get (&worker->owner);

  worker->told = g_get_monotonic_time ();
  if (owner == NULL)
    return;

  /* Never from here, as g_main_context_invoke() would where the loop is not running. */
  g_autoptr (GSource) source = g_idle_source_new ();
  g_source_set_callback (source, tell_cb, owner, g_object_unref);
  g_source_attach (source, worker->context);
}

static void
look_after_index (Worker *worker)
{
  g_autoptr (GError) error = NULL;
  gint64 begun = g_get_monotonic_time ();
  gboolean more = FALSE;
  gboolean done = ensure_searcher (worker, &error) && tl_searcher_work (worker->searcher, &more, &error);
  gint64 now = g_get_monotonic_time ();

  /* Whoever searches is told then what stands in the way. */
  worker->failures = done ? 0 : worker->failures + 1;
  if (!done)
    worker->due = worker->failures < MAX_FAILURES ? now + RETRY : NEVER;
  else
    worker->due = more ? now + MIN (now - begun, MAX_PAUSE) : NEVER;
  if (done && (!more || now - worker->told > TELL_INTERVAL))
    tell (worker);
}

static Job *
wait_for_job (Worker *worker)
{
  if (worker->due == NEVER)
    return g_async_queue_pop (worker->jobs);
  return g_async_queue_timeout_pop (worker->jobs, (guint64) MAX (worker->due - g_get_monotonic_time (), 0));
}

static gpointer
search_in_thread (gpointer data)
{
  Worker *worker = data;
  gboolean ended = FALSE;

  while (!ended)
    {
      Job *job = wait_for_job (worker);

      if (job == NULL)
        {
          look_after_index (worker);
          continue;
        }
      ended = job->end;
      if (job->task != NULL)
        answer_job (worker, job);
      worker->due = MIN (worker->due, g_get_monotonic_time () + (job->task != NULL ? 0 : SETTLE));
      job_free (job);
    }
  tl_searcher_free (worker->searcher);
  return NULL;
}

/* In the owner's */

static Worker *
worker_new (TlSearch *owner)
{
  Worker *worker = g_new0 (Worker, 1);

  worker->jobs = g_async_queue_new_full (job_free);
  worker->context = g_main_context_ref_thread_default ();
  worker->path = g_strdup (tl_review_get_path (owner->review));
  worker->writable = tl_review_can_change (owner->review, NULL);
  worker->due = NEVER;
  g_weak_ref_init (&worker->owner, owner);
  worker->thread = g_thread_new ("search", search_in_thread, worker);
  return worker;
}

static void
worker_free (Worker *worker)
{
  Job *job = g_new0 (Job, 1);

  job->end = TRUE;
  g_async_queue_push_front (worker->jobs, job);
  g_thread_join (worker->thread);
  g_async_queue_unref (worker->jobs);
  g_main_context_unref (worker->context);
  g_weak_ref_clear (&worker->owner);
  g_free (worker->path);
  g_free (worker);
}

static void
start_worker (TlSearch *self)
{
  Job *job;

  self->worker = worker_new (self);
  while ((job = g_queue_pop_head (&self->waiting)) != NULL)
    g_async_queue_push (self->worker->jobs, job);
}

/* What could not be looked at for damage is read and not written to. */
static gboolean
verify_cb (gpointer data)
{
  TlSearch *self = data;
  gboolean done = FALSE;

  if (tl_review_verify_slice (self->review, &done, NULL) && !done)
    return G_SOURCE_CONTINUE;
  self->verify = 0;
  start_worker (self);
  return G_SOURCE_REMOVE;
}

static void
push (TlSearch *self,
      Job      *job)
{
  if (self->worker != NULL)
    g_async_queue_push (self->worker->jobs, job);
  else
    g_queue_push_tail (&self->waiting, job);
  if (self->worker == NULL && self->verify == 0)
    self->verify = g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, verify_cb, self, NULL);
}

static void
review_changed_cb (TlSearch *self)
{
  push (self, g_new0 (Job, 1));
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
tl_search_dispose (GObject *object)
{
  TlSearch *self = TL_SEARCH (object);

  g_clear_handle_id (&self->verify, g_source_remove);
  g_clear_pointer (&self->worker, worker_free);
  g_queue_clear_full (&self->waiting, job_free);
  g_clear_object (&self->review);

  G_OBJECT_CLASS (tl_search_parent_class)->dispose (object);
}

static void
tl_search_class_init (TlSearchClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tl_search_dispose;

  /**
   * TlSearch::changed:
   * @self: a search
   *
   * The review has changed or more of its sources is read: what was found before may not be all.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", TL_TYPE_SEARCH, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);
}

static void
tl_search_init (TlSearch *self)
{
  g_queue_init (&self->waiting);
}

/**
 * tl_search_new:
 * @review: a review
 *
 * Returns: (transfer full): its search
 */
TlSearch *
tl_search_new (TlReview *review)
{
  g_return_val_if_fail (TL_IS_REVIEW (review), NULL);

  TlSearch *self = g_object_new (TL_TYPE_SEARCH, NULL);

  self->review = g_object_ref (review);
  g_signal_connect_object (review, "changed", G_CALLBACK (review_changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}

/**
 * tl_search_find_async:
 * @self: a search
 * @text: what was typed
 * @flags: how to read it
 * @first: the first result wanted
 * @n: how many results are wanted
 * @cancellable: (nullable): to give up
 * @callback: called in this thread, without a source object
 * @data: for @callback
 *
 * tl_searcher_find() in another thread. When the search goes before it has answered, it answers that it was cancelled.
 */
void
tl_search_find_async (TlSearch            *self,
                      const char          *text,
                      TlSearchFlags        flags,
                      guint                first,
                      guint                n,
                      GCancellable        *cancellable,
                      GAsyncReadyCallback  callback,
                      gpointer             data)
{
  g_return_if_fail (TL_IS_SEARCH (self) && text != NULL);

  Job *job = g_new0 (Job, 1);

  job->task = g_task_new (NULL, cancellable, callback, data);
  g_task_set_source_tag (job->task, tl_search_find_async);
  job->text = g_strdup (text);
  job->flags = flags;
  job->first = first;
  job->n = n;
  push (self, job);
}

/**
 * tl_search_find_finish:
 * @self: a search
 * @result: what the callback was given
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the answer, as from tl_searcher_find()
 */
TlSearchAnswer *
tl_search_find_finish (TlSearch      *self,
                       GAsyncResult  *result,
                       GError       **error)
{
  g_return_val_if_fail (TL_IS_SEARCH (self) && g_task_is_valid (result, NULL), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
