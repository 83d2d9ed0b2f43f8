/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/questions/tl-answer.h"
#include "ui/library/tl-library-reader.h"

G_BEGIN_DECLS

#define TL_TYPE_QUESTION (tl_question_get_type ())
G_DECLARE_FINAL_TYPE (TlQuestion, tl_question, TL, QUESTION, GObject)

TlQuestion         *tl_question_new            (TlLibrary          *library);

TlLibrary          *tl_question_get_library    (TlQuestion         *self);
void                tl_question_get_terms      (TlQuestion         *self,
                                                TlAnswerTerms      *terms);
void                tl_question_set_population (TlQuestion         *self,
                                                const TlPopulation *population);
void                tl_question_set_internal   (TlQuestion         *self,
                                                gboolean            internal);
void                tl_question_reset          (TlQuestion         *self);
gboolean            tl_question_is_narrowed    (TlQuestion         *self);
void                tl_question_renew          (TlQuestion         *self);

TlLibraryReader    *tl_question_get_reader     (TlQuestion         *self,
                                                gboolean            takes_long);

G_END_DECLS
