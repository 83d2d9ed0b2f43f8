<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: GPL-3.0-or-later
     The summary for the card of a repository: never more than 2,400 characters in all, which is what such a card holds.
     What may be left out carries a number: the highest goes first, and the end says what went. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:r="urn:throughline:report:1"
                xmlns:t="urn:throughline:review:1"
                exclude-result-prefixes="t">
  <xsl:include href="wording.xsl"/>

  <xsl:template match="/r:report">
    <xsl:apply-templates select="r:case[1]/t:throughline"/>
  </xsl:template>

  <xsl:template match="t:throughline">
    <xsl:variable name="title"><xsl:for-each select="t:review"><xsl:call-template name="review-title"/></xsl:for-each></xsl:variable>
    <html lang="en">
      <xsl:call-template name="head"><xsl:with-param name="title" select="$title"/></xsl:call-template>
      <body class="summary" r:limit="2400">
        <header class="cover">
          <p class="kicker first"><xsl:call-template name="term"><xsl:with-param name="key" select="'review'"/></xsl:call-template></p>
          <h1><xsl:value-of select="$title"/></h1>
        </header>
        <main>
          <xsl:call-template name="background"/>
          <xsl:if test="t:finding">
            <section>
              <h2><xsl:value-of select="key('kind', 'finding')/@plural"/></h2>
              <xsl:if test="t:finding[t:statement]"><ol>
                <xsl:for-each select="t:finding[t:statement]">
                  <xsl:sort select="@number" data-type="number"/>
                  <li r:spare="1" r:what="{key('kind', 'finding')/@plural}"><xsl:call-template name="statement"/></li>
                </xsl:for-each>
              </ol></xsl:if>
              <xsl:call-template name="unreleased"/>
            </section>
          </xsl:if>
          <xsl:call-template name="themes"/>
          <xsl:call-template name="answer"/>
          <xsl:if test="t:board_question[t:text]">
            <section>
              <h2><xsl:value-of select="key('kind', 'board_question')/@plural"/></h2>
              <ul>
                <xsl:for-each select="t:board_question[t:text]">
                  <xsl:sort select="key('record', concat(generate-id(ancestor::r:case), @finding))/@number" data-type="number"/>
                  <xsl:sort select="@number" data-type="number"/>
                  <li r:spare="4" r:what="{key('kind', 'board_question')/@plural}"><xsl:value-of select="t:text"/></li>
                </xsl:for-each>
              </ul>
            </section>
          </xsl:if>
          <r:left-out class="note"/>
        </main>
      </body>
    </html>
  </xsl:template>

  <!-- Whom it is about, as far as that may be said, and what happened. -->
  <xsl:template name="background">
    <section>
      <h2>Background</h2>
      <p>
        <xsl:value-of select="key('choice', concat('review/type/', t:review/@type))/@label"/>
        <xsl:if test="t:review/@type and t:child">. </xsl:if>
        <xsl:for-each select="t:child">
          <xsl:sort select="@age_band"/>
          <xsl:sort select="@outcome"/>
          <xsl:if test="position() &gt; 1">; </xsl:if>
          <xsl:text>A child</xsl:text>
          <xsl:if test="@age_band">, <xsl:call-template name="lower"><xsl:with-param name="text"
            select="key('choice', concat('child/age_band/', @age_band))/@label"/></xsl:call-template></xsl:if>
          <xsl:if test="@outcome">: <xsl:call-template name="lower"><xsl:with-param name="text"
            select="key('choice', concat('child/outcome/', @outcome))/@label"/></xsl:call-template></xsl:if>
        </xsl:for-each>
        <xsl:if test="t:review/@type or t:child">.</xsl:if>
        <xsl:if test="ancestor::r:case/r:method"> Method: <xsl:value-of select="ancestor::r:case/r:method/@label"/>.</xsl:if>
      </p>
      <xsl:if test="t:review/t:summary">
        <r:text r:spare="3" r:what="Paragraphs on what happened"><xsl:value-of select="t:review/t:summary"/></r:text>
      </xsl:if>
    </section>
  </xsl:template>

  <xsl:template name="themes">
    <xsl:variable name="case" select="."/>
    <xsl:variable name="categories" select="ancestor::r:case/r:entry[starts-with(@key, 'pattern_category/')
                                            and substring-after(@key, '/') = $case/t:finding/@category]"/>
    <xsl:if test="$categories">
      <section>
        <h2>Themes</h2>
        <ul>
          <xsl:for-each select="$categories">
            <li r:spare="2" r:what="Themes"><xsl:value-of select="@label"/></li>
          </xsl:for-each>
        </ul>
      </section>
    </xsl:if>
  </xsl:template>

  <xsl:template name="answer">
    <xsl:if test="t:response">
      <section r:spare="5" r:what="What was answered">
        <h2><xsl:call-template name="term"><xsl:with-param name="key" select="'response'"/></xsl:call-template></h2>
        <xsl:call-template name="tally">
          <xsl:with-param name="records" select="t:response"/>
          <xsl:with-param name="field" select="'response/decision'"/>
        </xsl:call-template>
      </section>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
