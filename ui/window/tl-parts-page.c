/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Several questions on one page, of which one is seen: its answer is the page's. */
#include "config.h"

#include "ui/window/tl-parts-page.h"

struct _TlPartsPage
{
  AdwBin parent_instance;

  GtkStack *stack; /* of the tree of widgets */
};

static void question_page_init (TlQuestionPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TlPartsPage, tl_parts_page, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (TL_TYPE_QUESTION_PAGE, question_page_init))

static TlQuestionPage *
get_seen (TlQuestionPage *page)
{
  return TL_QUESTION_PAGE (gtk_stack_get_visible_child (TL_PARTS_PAGE (page)->stack));
}

static gboolean
has_answer (TlQuestionPage *page)
{
  return tl_question_page_has_answer (get_seen (page));
}

static char *
dup_csv (TlQuestionPage *page)
{
  return tl_question_page_dup_csv (get_seen (page));
}

static GdkContentProvider *
dup_content (TlQuestionPage *page)
{
  return tl_question_page_dup_content (get_seen (page));
}

static gboolean
has_image (TlQuestionPage *page)
{
  return tl_question_page_has_image (get_seen (page));
}

static GBytes *
make_image (TlQuestionPage   *page,
            TlPictureFormat   format,
            GError          **error)
{
  return tl_question_page_make_image (get_seen (page), format, error);
}

static gboolean
tell (TlQuestionPage *page,
      TlAsked        *asked)
{
  return tl_question_page_tell (get_seen (page), asked);
}

/* The part that can ask it is shown. */
static gboolean
ask (TlQuestionPage *page,
     const TlAsked  *asked)
{
  GtkStack *stack = TL_PARTS_PAGE (page)->stack;

  for (GtkWidget *part = gtk_widget_get_first_child (GTK_WIDGET (stack)); part != NULL;
       part = gtk_widget_get_next_sibling (part))
    if (tl_question_page_ask (TL_QUESTION_PAGE (part), asked))
      {
        gtk_stack_set_visible_child (stack, part);
        return TRUE;
      }
  return FALSE;
}

static void
question_page_init (TlQuestionPageInterface *iface)
{
  iface->has_answer = has_answer;
  iface->dup_csv = dup_csv;
  iface->dup_content = dup_content;
  iface->has_image = has_image;
  iface->make_image = make_image;
  iface->tell = tell;
  iface->ask = ask;
}

static void
tl_parts_page_class_init (TlPartsPageClass *klass)
{
}

static void
tl_parts_page_init (TlPartsPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *switcher = gtk_stack_switcher_new ();

  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_widget_set_vexpand (GTK_WIDGET (self->stack), TRUE);
  gtk_stack_switcher_set_stack (GTK_STACK_SWITCHER (switcher), self->stack);
  gtk_widget_set_halign (switcher, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (switcher, "records-parts");
  gtk_box_append (GTK_BOX (box), switcher);
  gtk_box_append (GTK_BOX (box), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->stack));
  adw_bin_set_child (ADW_BIN (self), box);
  g_signal_connect_object (self->stack, "notify::visible-child", G_CALLBACK (tl_question_page_answered), self,
                           G_CONNECT_SWAPPED);
}

/**
 * tl_parts_page_new:
 *
 * Returns: (transfer floating): a page without parts; it needs one before it is seen
 */
GtkWidget *
tl_parts_page_new (void)
{
  return g_object_new (TL_TYPE_PARTS_PAGE, NULL);
}

/**
 * tl_parts_page_add:
 * @part: a page of one question
 * @name: of the part
 * @title: for people
 */
void
tl_parts_page_add (TlPartsPage    *self,
                   TlQuestionPage *part,
                   const char     *name,
                   const char     *title)
{
  g_return_if_fail (TL_IS_PARTS_PAGE (self) && TL_IS_QUESTION_PAGE (part) && name != NULL && title != NULL);

  gtk_stack_add_titled (self->stack, GTK_WIDGET (part), name, title);
  g_signal_connect_object (part, "answered", G_CALLBACK (tl_question_page_answered), self, G_CONNECT_SWAPPED);
}

/**
 * tl_parts_page_show:
 * @name: of a part
 */
void
tl_parts_page_show (TlPartsPage *self,
                    const char  *name)
{
  g_return_if_fail (TL_IS_PARTS_PAGE (self) && name != NULL);
  gtk_stack_set_visible_child_name (self->stack, name);
}
