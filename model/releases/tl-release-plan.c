/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is to be released: tables, settings, and what goes with them. */
#include "config.h"

#include "model/releases/tl-release-plan.h"

#include <glib/gi18n-lib.h>

#include "model/base/tl-error.h"
#include "model/questions/tl-count.h"

/**
 * tl_release_plan_new:
 * @title: what the release is called
 *
 * Returns: (transfer full): a plan without tables, with the usual settings
 */
TlReleasePlan *
tl_release_plan_new (const char *title)
{
  g_return_val_if_fail (title != NULL, NULL);

  TlReleasePlan *self = g_new0 (TlReleasePlan, 1);

  self->title = g_strdup (title);
  self->caveats = g_ptr_array_new_with_free_func (g_free);
  self->threshold = TL_COUNT_DEFAULT_THRESHOLD;
  self->questions = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_asked_free);
  return self;
}

/**
 * tl_release_plan_copy:
 * @self: a plan
 *
 * Returns: (transfer full): the same
 */
TlReleasePlan *
tl_release_plan_copy (const TlReleasePlan *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  TlReleasePlan *copy = tl_release_plan_new (self->title);

  copy->author = g_strdup (self->author);
  copy->date = g_strdup (self->date);
  copy->threshold = self->threshold;
  copy->round = self->round;
  copy->says_differences = self->says_differences;
  for (guint i = 0; i < self->caveats->len; i++)
    g_ptr_array_add (copy->caveats, g_strdup (self->caveats->pdata[i]));
  for (guint i = 0; i < self->questions->len; i++)
    g_ptr_array_add (copy->questions, tl_asked_copy (self->questions->pdata[i]));
  return copy;
}

/**
 * tl_release_plan_free:
 * @self: (transfer full): a plan
 */
void
tl_release_plan_free (TlReleasePlan *self)
{
  g_free (self->title);
  g_free (self->author);
  g_free (self->date);
  g_ptr_array_unref (self->caveats);
  g_ptr_array_unref (self->questions);
  g_free (self);
}

/**
 * tl_release_plan_takes:
 * @question: a question
 *
 * Returns: whether its answer can be released: nobody can say by counting what a statement gives away
 */
gboolean
tl_release_plan_takes (const TlAsked *question)
{
  g_return_val_if_fail (question != NULL, FALSE);
  return question->kind <= TL_ASKED_MERGED;
}

/**
 * tl_release_plan_add:
 * @self: a plan
 * @question: as tl_asked_parse() reads it
 * @error: return location
 *
 * Adds a table at the end.
 *
 * Returns: %FALSE with %TL_ERROR_INVALID
 */
gboolean
tl_release_plan_add (TlReleasePlan *self,
                     const char    *question,
                     GError       **error)
{
  g_return_val_if_fail (self != NULL && question != NULL, FALSE);

  g_autoptr (TlAsked) parsed = tl_asked_parse (question, error);

  if (parsed == NULL)
    return FALSE;
  if (!tl_release_plan_takes (parsed))
    return tl_error_refuse (error, _("A table “%s”: what can be released is themes, pairs, chains, recurring, "
                                     "national and merged."), question);
  /* Else one that is not listed would be known to be in few reviews; so it may as well be what chance gives. */
  if (parsed->all)
    return tl_error_refuse (error, _("A table “%s”: a release lists chains that chance would not give. Leave out "
                                     "--all."), question);
  g_ptr_array_add (self->questions, g_steal_pointer (&parsed));
  return TRUE;
}
