/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What stands behind a chain: it asks for the chain alone, under the same filters, and shows the reviews. */
#include "config.h"

#include "ui/library/tl-chain-behind.h"

#include "model/questions/tl-chains.h"
#include "ui/library/tl-behind-list.h"
#include "ui/library/tl-enquiry.h"
#include "ui/widgets/tl-report.h"

struct _TlChainBehind
{
  AdwBin parent_instance;

  TlBehindList *list; /* of the tree of widgets */

  /* Owned */
  TlQuestion *question;
  TlEnquiry  *enquiry;
  char       *advice;  /* while no chain is chosen */
  char       *pattern; /* or NULL */
  gboolean    tested;
};

G_DEFINE_FINAL_TYPE (TlChainBehind, tl_chain_behind, ADW_TYPE_BIN)

/* What a worker is asked; nothing if nothing is chosen, or nothing may be seen. */
typedef struct {
  char    *pattern;
  gboolean tested;
} Asked;

static void
asked_free (gpointer data)
{
  g_free (((Asked *) data)->pattern);
  g_free (data);
}

static gpointer
dup_asked (GtkWidget *widget)
{
  TlChainBehind *self = TL_CHAIN_BEHIND (widget);
  Asked *asked = g_new0 (Asked, 1);

  asked->pattern = g_strdup (self->pattern);
  asked->tested = self->tested;
  return asked;
}

static gpointer
ask (TlLibrary            *library,
     const TlAnswerTerms  *terms,
     gpointer              data,
     GCancellable         *cancellable,
     GError              **error)
{
  const Asked *asked = data;
  const TlChainsQuery query = { .population = *terms->population, .pattern = asked->pattern, .tested = asked->tested,
                                .internal = TRUE };

  if (asked->pattern == NULL || !terms->internal)
    return g_new0 (TlChains, 1);
  return tl_library_chains (library, &query, cancellable, error);
}

static void
show (GtkWidget    *widget,
      gpointer      answer,
      const GError *error)
{
  TlChainBehind *self = TL_CHAIN_BEHIND (widget);
  g_autoptr (TlChains) chains = answer;

  if (error != NULL)
    tl_report_error (widget, error);
  if (chains != NULL && chains->n_chains > 0)
    tl_behind_list_set_instances (self->list, chains->chains[0].instances, chains->chains[0].reviews);
  else if (self->pattern != NULL && error == NULL)
    tl_behind_list_set_protected (self->list);
  else
    tl_behind_list_say (self->list, self->advice);
}

static const TlEnquiryKind chain_enquiry = {
  .takes_long = TRUE,
  .dup_asked = dup_asked,
  .free_asked = asked_free,
  .ask = ask,
  .free_answer = (GDestroyNotify) tl_chains_free,
  .show = show,
};

static void
tl_chain_behind_dispose (GObject *object)
{
  TlChainBehind *self = TL_CHAIN_BEHIND (object);

  g_clear_object (&self->enquiry);
  g_clear_object (&self->question);
  G_OBJECT_CLASS (tl_chain_behind_parent_class)->dispose (object);
}

static void
tl_chain_behind_finalize (GObject *object)
{
  TlChainBehind *self = TL_CHAIN_BEHIND (object);

  g_free (self->advice);
  g_free (self->pattern);
  G_OBJECT_CLASS (tl_chain_behind_parent_class)->finalize (object);
}

static void
tl_chain_behind_class_init (TlChainBehindClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tl_chain_behind_dispose;
  G_OBJECT_CLASS (klass)->finalize = tl_chain_behind_finalize;
}

static void
tl_chain_behind_init (TlChainBehind *self)
{
  self->list = TL_BEHIND_LIST (tl_behind_list_new ());
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->list));
}

/**
 * tl_chain_behind_new:
 * @question: what all pages ask about
 * @advice: what to do to see something
 *
 * Returns: (transfer floating): a list of nothing
 */
GtkWidget *
tl_chain_behind_new (TlQuestion *question,
                     const char *advice)
{
  g_return_val_if_fail (TL_IS_QUESTION (question) && advice != NULL, NULL);

  TlChainBehind *self = g_object_new (TL_TYPE_CHAIN_BEHIND, NULL);

  self->question = g_object_ref (question);
  self->advice = g_strdup (advice);
  self->enquiry = tl_enquiry_new (question, GTK_WIDGET (self), &chain_enquiry);
  return GTK_WIDGET (self);
}

/**
 * tl_chain_behind_set_pattern:
 * @pattern: (nullable): the chain, as #TlChainsQuery has it
 * @tested: whether only links are followed for which a test speaks
 *
 * Shows what stands behind another chain.
 */
void
tl_chain_behind_set_pattern (TlChainBehind *self,
                             const char    *pattern,
                             gboolean       tested)
{
  g_return_if_fail (TL_IS_CHAIN_BEHIND (self));

  if (g_strcmp0 (self->pattern, pattern) == 0 && self->tested == tested)
    return;
  g_free (self->pattern);
  self->pattern = g_strdup (pattern);
  self->tested = tested;
  tl_enquiry_renew (self->enquiry);
}

/**
 * tl_chain_behind_dup_pattern:
 * @codes: (array zero-terminated=1): codes, causes first
 *
 * Returns: (transfer full): the chain of just these codes, without those below them
 */
char *
tl_chain_behind_dup_pattern (const char *const *codes)
{
  GString *pattern = g_string_new (NULL);

  for (guint i = 0; codes[i] != NULL; i++)
    g_string_append_printf (pattern, "%s=%s", i > 0 ? " > " : "", codes[i]);
  return g_string_free (pattern, FALSE);
}
