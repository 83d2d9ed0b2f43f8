/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Keeps what a widget shows an answer to the question that all pages share. While the widget is seen it asks whenever
 * something changed, else as soon as it is seen again; the last question wins. A widget that waits for more than a
 * moment has the style class "waiting". */
#include "config.h"

#include "ui/library/tl-enquiry.h"

#include "ui/widgets/tl-cancellable.h"

/* What is answered sooner need not be said to be waited for. */
#define PATIENCE_MS 150

struct _TlEnquiry
{
  GObject parent_instance;

  GtkWidget           *widget; /* weak: it owns the enquiry */
  TlQuestion          *question; /* owned */
  const TlEnquiryKind *kind;
  GCancellable        *cancellable; /* owned; of the question that waits for its answer, or NULL */
  gboolean             stale;
  guint                patience; /* source that says so when it takes longer */
};

G_DEFINE_FINAL_TYPE (TlEnquiry, tl_enquiry, G_TYPE_OBJECT)

enum {
  PROP_0,
  PROP_WAITING,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

/* What a worker is given: nothing of it is shared with the window. */
typedef struct {
  const TlEnquiryKind *kind;
  TlPopulation         population; /* its texts are owned */
  TlAnswerTerms        terms;
  gpointer             asked;
} Asked;

static Asked *
asked_new (TlEnquiry *self)
{
  Asked *asked = g_new0 (Asked, 1);

  asked->kind = self->kind;
  tl_question_get_terms (self->question, &asked->terms);
  tl_population_copy (asked->terms.population, &asked->population);
  asked->terms.population = &asked->population;
  if (self->kind->dup_asked != NULL)
    asked->asked = self->kind->dup_asked (self->widget);
  return asked;
}

static void
asked_free (gpointer data)
{
  Asked *asked = data;

  if (asked->kind->free_asked != NULL && asked->asked != NULL)
    asked->kind->free_asked (asked->asked);
  tl_population_clear (&asked->population);
  g_free (asked);
}

static gpointer
ask_in_thread (TlLibrary    *library,
               gpointer      data,
               GCancellable *cancellable,
               GError      **error)
{
  Asked *asked = data;

  return asked->kind->ask (library, &asked->terms, asked->asked, cancellable, error);
}

static void
end_waiting (TlEnquiry *self)
{
  g_clear_handle_id (&self->patience, g_source_remove);
  tl_cancellable_stop (&self->cancellable);
  if (self->widget != NULL)
    gtk_widget_remove_css_class (self->widget, "waiting");
}

/* Callbacks */

static gboolean
patience_over_cb (gpointer data)
{
  TlEnquiry *self = data;

  self->patience = 0;
  gtk_widget_add_css_class (self->widget, "waiting");
  return G_SOURCE_REMOVE;
}

static void
answered_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  g_autoptr (TlEnquiry) self = data;
  g_autoptr (GError) error = NULL;
  gpointer answer = tl_library_reader_ask_finish (result, &error);

  /* Another question has been asked since, or the widget is gone. */
  if (g_task_get_cancellable (G_TASK (result)) != self->cancellable)
    {
      if (answer != NULL)
        self->kind->free_answer (answer);
      return;
    }
  end_waiting (self);
  self->kind->show (self->widget, answer, error);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WAITING]);
}

static void
ask (TlEnquiry *self)
{
  self->stale = FALSE;
  end_waiting (self);
  self->cancellable = g_cancellable_new ();
  self->patience = g_timeout_add (PATIENCE_MS, patience_over_cb, self);
  tl_library_reader_ask_async (tl_question_get_reader (self->question, self->kind->takes_long), ask_in_thread,
                               asked_new (self), asked_free, self->kind->free_answer, self->cancellable, answered_cb,
                               g_object_ref (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WAITING]);
}

static void
mapped_cb (TlEnquiry *self)
{
  if (self->stale)
    ask (self);
}

/* What nobody sees need not be answered. */
static void
unmapped_cb (TlEnquiry *self)
{
  if (self->cancellable == NULL)
    return;
  end_waiting (self);
  self->stale = TRUE;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WAITING]);
}

static void
widget_gone_cb (gpointer data,
                GObject *widget)
{
  TlEnquiry *self = data;

  self->widget = NULL;
  end_waiting (self);
}

/* GObject overrides */

static void
tl_enquiry_get_property (GObject    *object,
                         guint       id,
                         GValue     *value,
                         GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_WAITING:
      g_value_set_boolean (value, tl_enquiry_is_waiting (TL_ENQUIRY (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tl_enquiry_dispose (GObject *object)
{
  TlEnquiry *self = TL_ENQUIRY (object);

  end_waiting (self);
  if (self->widget != NULL)
    g_object_weak_unref (G_OBJECT (self->widget), widget_gone_cb, self);
  self->widget = NULL;
  g_clear_object (&self->question);
  G_OBJECT_CLASS (tl_enquiry_parent_class)->dispose (object);
}

static void
tl_enquiry_class_init (TlEnquiryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = tl_enquiry_get_property;
  object_class->dispose = tl_enquiry_dispose;

  properties[PROP_WAITING]
      = g_param_spec_boolean ("waiting", NULL, NULL, FALSE,
                              G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
tl_enquiry_init (TlEnquiry *self)
{
  self->stale = TRUE;
}

/**
 * tl_enquiry_new:
 * @question: what all pages ask about
 * @widget: what shows the answer; it should own the enquiry
 * @kind: what it asks
 *
 * Returns: (transfer full): an enquiry that asks as soon as @widget is seen
 */
TlEnquiry *
tl_enquiry_new (TlQuestion          *question,
                GtkWidget           *widget,
                const TlEnquiryKind *kind)
{
  g_return_val_if_fail (TL_IS_QUESTION (question) && GTK_IS_WIDGET (widget) && kind != NULL, NULL);

  TlEnquiry *self = g_object_new (TL_TYPE_ENQUIRY, NULL);

  self->question = g_object_ref (question);
  self->widget = widget;
  self->kind = kind;
  g_object_weak_ref (G_OBJECT (widget), widget_gone_cb, self);
  g_signal_connect_object (question, "renewed", G_CALLBACK (tl_enquiry_renew), self, G_CONNECT_SWAPPED);
  if (!kind->of_library)
    g_signal_connect_object (question, "changed", G_CALLBACK (tl_enquiry_renew), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (widget, "map", G_CALLBACK (mapped_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (widget, "unmap", G_CALLBACK (unmapped_cb), self, G_CONNECT_SWAPPED);
  if (gtk_widget_get_mapped (widget))
    ask (self);
  return self;
}

/**
 * tl_enquiry_renew:
 *
 * Asks anew, for what the widget asks besides has changed: at once if it is seen, else when it is.
 */
void
tl_enquiry_renew (TlEnquiry *self)
{
  g_return_if_fail (TL_IS_ENQUIRY (self));

  self->stale = TRUE;
  if (self->widget != NULL && gtk_widget_get_mapped (self->widget))
    ask (self);
}

/**
 * tl_enquiry_is_waiting:
 *
 * Returns: whether an answer is waited for
 */
gboolean
tl_enquiry_is_waiting (TlEnquiry *self)
{
  g_return_val_if_fail (TL_IS_ENQUIRY (self), FALSE);
  return self->cancellable != NULL;
}
