/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What all pages of a library's window ask about: which reviews, and whether small counts are withheld. It owns the
 * threads that answer. "changed" says that something else is asked, "renewed" that the library holds other records. */
#include "config.h"

#include "ui/library/tl-question.h"

struct _TlQuestion
{
  GObject parent_instance;

  TlLibrary       *library;    /* owned */
  TlPopulation     population; /* its texts are owned */
  gboolean         internal;
  TlLibraryReader *readers[2]; /* owned; for what is answered at once, and for what takes long */
};

G_DEFINE_FINAL_TYPE (TlQuestion, tl_question, G_TYPE_OBJECT)

enum {
  CHANGED,
  RENEWED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
tl_question_finalize (GObject *object)
{
  TlQuestion *self = TL_QUESTION (object);

  for (guint i = 0; i < G_N_ELEMENTS (self->readers); i++)
    tl_library_reader_free (self->readers[i]);
  tl_population_clear (&self->population);
  g_clear_object (&self->library);
  G_OBJECT_CLASS (tl_question_parent_class)->finalize (object);
}

static void
tl_question_class_init (TlQuestionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tl_question_finalize;

  /**
   * TlQuestion::changed:
   *
   * Something else is asked.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);

  /**
   * TlQuestion::renewed:
   *
   * The same is asked of other records.
   */
  signals[RENEWED] = g_signal_new ("renewed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
tl_question_init (TlQuestion *self)
{
}

/**
 * tl_question_new:
 * @library: of which it is asked
 *
 * Returns: (transfer full): a question about all reviews, with small counts withheld
 */
TlQuestion *
tl_question_new (TlLibrary *library)
{
  g_return_val_if_fail (TL_IS_LIBRARY (library), NULL);

  TlQuestion *self = g_object_new (TL_TYPE_QUESTION, NULL);

  self->library = g_object_ref (library);
  for (guint i = 0; i < G_N_ELEMENTS (self->readers); i++)
    self->readers[i] = tl_library_reader_new (tl_library_get_path (library));
  return self;
}

/**
 * tl_question_get_library:
 *
 * Returns: (transfer none): the library, for this thread
 */
TlLibrary *
tl_question_get_library (TlQuestion *self)
{
  g_return_val_if_fail (TL_IS_QUESTION (self), NULL);
  return self->library;
}

/**
 * tl_question_get_terms:
 * @terms: (out caller-allocates): on what terms answers are given; valid until @self changes
 */
void
tl_question_get_terms (TlQuestion    *self,
                       TlAnswerTerms *terms)
{
  g_return_if_fail (TL_IS_QUESTION (self) && terms != NULL);
  *terms = (TlAnswerTerms) { .population = &self->population, .internal = self->internal };
}

/**
 * tl_question_set_population:
 * @population: which reviews; copied
 */
void
tl_question_set_population (TlQuestion         *self,
                            const TlPopulation *population)
{
  g_return_if_fail (TL_IS_QUESTION (self) && population != NULL);

  TlPopulation copy;

  if (tl_population_equal (&self->population, population))
    return;
  tl_population_copy (population, &copy);
  tl_population_clear (&self->population);
  self->population = copy;
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * tl_question_set_internal:
 * @internal: whether nothing is withheld: for the office's own eyes
 */
void
tl_question_set_internal (TlQuestion *self,
                          gboolean    internal)
{
  g_return_if_fail (TL_IS_QUESTION (self));

  if (self->internal == !!internal)
    return;
  self->internal = !!internal;
  g_signal_emit (self, signals[CHANGED], 0);
}

/* The same typology and coders, and no filter. */
static TlPopulation
get_whole (TlQuestion *self)
{
  return (TlPopulation) {
    .typology = self->population.typology,
    .version = self->population.version,
    .coder = self->population.coder,
    .across = self->population.across,
  };
}

/**
 * tl_question_reset:
 *
 * Takes every filter away; typology and coders stay.
 */
void
tl_question_reset (TlQuestion *self)
{
  g_return_if_fail (TL_IS_QUESTION (self));

  TlPopulation whole = get_whole (self);

  tl_question_set_population (self, &whole);
}

/**
 * tl_question_is_narrowed:
 *
 * Returns: whether any filter leaves reviews out
 */
gboolean
tl_question_is_narrowed (TlQuestion *self)
{
  g_return_val_if_fail (TL_IS_QUESTION (self), FALSE);

  TlPopulation whole = get_whole (self);

  return !tl_population_equal (&self->population, &whole);
}

/**
 * tl_question_renew:
 *
 * Says that the library holds other records, so that every page asks anew.
 */
void
tl_question_renew (TlQuestion *self)
{
  g_return_if_fail (TL_IS_QUESTION (self));
  g_signal_emit (self, signals[RENEWED], 0);
}

/**
 * tl_question_get_reader:
 * @takes_long: whether the answer takes more than a moment; others need not wait for it
 *
 * Returns: (transfer none): who answers
 */
TlLibraryReader *
tl_question_get_reader (TlQuestion *self,
                        gboolean    takes_long)
{
  g_return_val_if_fail (TL_IS_QUESTION (self), NULL);
  return self->readers[takes_long ? 1 : 0];
}
