/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/library/tl-question.h"

G_BEGIN_DECLS

/**
 * TlEnquiryKind:
 * @takes_long: whether the answer takes more than a moment, as that of chains
 * @of_library: whether it is about the library as a whole, whatever is asked of it
 * @dup_asked: (nullable): what @widget asks besides the terms, copied for the worker; called in the window's thread
 * @free_asked: (nullable): frees that, in either thread
 * @ask: finds the answer, in a worker; @terms and @asked are its own as long as it runs
 * @free_answer: frees an answer that nobody takes
 * @show: shows it, in the window's thread. @answer is (transfer full), or %NULL with @error: then the old answer should
 *   no longer be seen
 *
 * What a widget asks of a library.
 */
typedef struct {
  gboolean         takes_long;
  gboolean         of_library;
  gpointer       (*dup_asked)   (GtkWidget            *widget);
  GDestroyNotify   free_asked;
  gpointer       (*ask)         (TlLibrary            *library,
                                 const TlAnswerTerms  *terms,
                                 gpointer              asked,
                                 GCancellable         *cancellable,
                                 GError              **error);
  GDestroyNotify   free_answer;
  void           (*show)        (GtkWidget            *widget,
                                 gpointer              answer,
                                 const GError         *error);
} TlEnquiryKind;

#define TL_TYPE_ENQUIRY (tl_enquiry_get_type ())
G_DECLARE_FINAL_TYPE (TlEnquiry, tl_enquiry, TL, ENQUIRY, GObject)

TlEnquiry  *tl_enquiry_new        (TlQuestion           *question,
                                   GtkWidget            *widget,
                                   const TlEnquiryKind  *kind);
void        tl_enquiry_renew      (TlEnquiry            *self);
gboolean    tl_enquiry_is_waiting (TlEnquiry            *self);

G_END_DECLS
