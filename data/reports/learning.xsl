<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: GPL-3.0-or-later
     The learning page: a page or two that a team can read together in ten minutes and talk about for an hour. It says what
     was found and how it looked from where people stood; it is about the work, and about nobody in it. -->
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
      <body class="learning" r:limit="5000">
        <header class="cover">
          <p class="kicker first">Learning from a <xsl:call-template name="lower"><xsl:with-param name="text"><xsl:call-template
            name="term"><xsl:with-param name="key" select="'review'"/></xsl:call-template></xsl:with-param></xsl:call-template></p>
          <h1><xsl:value-of select="$title"/></h1>
          <p class="owner">For the people who do the work</p>
        </header>
        <main>
          <xsl:if test="t:review/t:summary">
            <section>
              <h2>What happened</h2>
              <r:text r:spare="3" r:what="Paragraphs on what happened"><xsl:value-of select="t:review/t:summary"/></r:text>
            </section>
          </xsl:if>
          <section>
            <h2>What we learned</h2>
            <xsl:if test="not(t:finding)"><p><xsl:call-template name="say"><xsl:with-param name="text" select="'No {finding} has been written yet.'"/></xsl:call-template></p></xsl:if>
            <xsl:for-each select="t:finding[t:statement]">
              <xsl:sort select="@number" data-type="number"/>
              <xsl:call-template name="lesson"/>
            </xsl:for-each>
            <xsl:call-template name="unreleased"/>
          </section>
          <xsl:call-template name="helped"/>
          <xsl:call-template name="talk"/>
          <r:left-out class="note"/>
        </main>
        <xsl:call-template name="colophon"/>
      </body>
    </html>
  </xsl:template>

  <xsl:template name="lesson">
    <h3><xsl:call-template name="statement"/></h3>
    <xsl:if test="t:in_case">
      <r:text r:spare="2" r:what="Paragraphs on how it looked here"><xsl:value-of select="t:in_case"/></r:text>
    </xsl:if>
    <xsl:if test="t:underlying">
      <r:text r:spare="4" r:what="Paragraphs on why it is no matter of one case"><xsl:value-of select="t:underlying"/></r:text>
    </xsl:if>
  </xsl:template>

  <!-- What worked is learned from as well. -->
  <xsl:template name="helped">
    <xsl:variable name="helped" select="t:factor[t:statement and @influence = 'helped']"/>
    <xsl:if test="$helped">
      <section>
        <h2>What helped</h2>
        <ul>
          <xsl:for-each select="$helped">
            <xsl:sort select="@id"/>
            <li r:spare="5" r:what="Things that helped"><xsl:value-of select="t:statement"/></li>
          </xsl:for-each>
        </ul>
      </section>
    </xsl:if>
  </xsl:template>

  <xsl:template name="talk">
    <section class="ask">
      <h2>To talk about in your team</h2>
      <ul>
        <li>Which of these do you know from your own work? When did you last meet it?</li>
        <li>What in the way the work is set up makes it likely: time, forms, targets, who sits where, who knows whom?</li>
        <li>What did it look like from where people stood, before anybody knew how it would end?</li>
        <li>What already helps here, and what keeps that in place?</li>
        <li>What would have to be different so that the helpful thing is the easy thing, and who could change it?</li>
      </ul>
    </section>
  </xsl:template>
</xsl:stylesheet>
