/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Sentences on screen in the words of the review's profile. A profile can be changed at any time, and what is on screen
 * changes with it. */
#include "config.h"

#include "ui/widgets/tl-phrase.h"

typedef struct {
  gpointer    object;   /* which keeps the binding */
  const char *property; /* for ever; NULL for the name that is heard */
  const char *text;     /* for ever, as what gettext gives */
  char       *profile;  /* owned */
} Binding;

static void
binding_free (gpointer  data,
              GClosure *closure)
{
  Binding *binding = data;

  g_free (binding->profile);
  g_free (binding);
}

static void
show (Binding  *binding,
      TlReview *review)
{
  g_autofree char *phrase = tl_review_dup_phrase (review, binding->text);

  if (binding->property != NULL)
    g_object_set (binding->object, binding->property, phrase, NULL);
  else
    gtk_accessible_update_property (GTK_ACCESSIBLE (binding->object), GTK_ACCESSIBLE_PROPERTY_LABEL, phrase, -1);
}

static void
changed_cb (TlReview        *review,
            TlReviewChanges *changes,
            gpointer         user_data)
{
  Binding *binding = user_data;
  const char *profile = tl_record_get_text (tl_review_get_subject (review), "profile");

  if (g_strcmp0 (profile, binding->profile) == 0)
    return;
  g_free (binding->profile);
  binding->profile = g_strdup (profile);
  show (binding, review);
}

static void
bind (gpointer    object,
      const char *property,
      TlReview   *review,
      const char *text)
{
  Binding *binding = g_new0 (Binding, 1);
  GClosure *closure = g_cclosure_new (G_CALLBACK (changed_cb), binding, binding_free);

  binding->object = object;
  binding->property = property;
  binding->text = text;
  binding->profile = g_strdup (tl_record_get_text (tl_review_get_subject (review), "profile"));
  g_object_watch_closure (object, closure);
  g_signal_connect_closure (review, "changed", closure, FALSE);
  show (binding, review);
}

/**
 * tl_phrase_bind:
 * @object: (type GObject): what shows @text
 * @property: in which property
 * @review: whose profile counts
 * @text: as for tl_terms_dup_phrase(), for ever
 *
 * Shows @text in the words of the profile, now and whenever it is another.
 */
void
tl_phrase_bind (gpointer    object,
                const char *property,
                TlReview   *review,
                const char *text)
{
  g_return_if_fail (G_IS_OBJECT (object) && property != NULL && TL_IS_REVIEW (review) && text != NULL);
  bind (object, property, review, text);
}

/**
 * tl_phrase_bind_name:
 * @widget: what is called @text where it is heard
 * @review: whose profile counts
 * @text: as for tl_terms_dup_phrase(), for ever
 */
void
tl_phrase_bind_name (GtkWidget  *widget,
                     TlReview   *review,
                     const char *text)
{
  g_return_if_fail (GTK_IS_WIDGET (widget) && TL_IS_REVIEW (review) && text != NULL);
  bind (widget, NULL, review, text);
}

/**
 * tl_phrase_bind_button:
 * @button: a button that shows a symbol alone
 * @review: whose profile counts
 * @text: what it does, as for tl_terms_dup_phrase(), for ever
 *
 * Says what @button does to those who point at it and those who hear it.
 */
void
tl_phrase_bind_button (GtkWidget  *button,
                       TlReview   *review,
                       const char *text)
{
  tl_phrase_bind (button, "tooltip-text", review, text);
  tl_phrase_bind_name (button, review, text);
}
