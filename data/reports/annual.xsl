<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: GPL-3.0-or-later
     The extract for a board's annual report, over one review or several: what was found, what the board answered and how
     far that is. Recommendation 5 of the Munro Review names who receives it; recommendation 6 what it is to say of early
     help and of training; recommendation 4 that no number in it is a measure of good or bad. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:r="urn:throughline:report:1"
                xmlns:t="urn:throughline:review:1"
                exclude-result-prefixes="t">
  <xsl:include href="wording.xsl"/>

  <xsl:variable name="all" select="/r:report/r:case/t:throughline"/>

  <xsl:template match="/r:report">
    <xsl:variable name="annual"><xsl:call-template name="term"><xsl:with-param name="key" select="'annual_report'"/></xsl:call-template></xsl:variable>
    <html lang="en">
      <xsl:call-template name="head"><xsl:with-param name="title" select="concat($annual, ': learning from reviews')"/></xsl:call-template>
      <body class="annual">
        <header class="cover">
          <p class="kicker first"><xsl:value-of select="$annual"/></p>
          <h1>Learning from reviews</h1>
          <xsl:for-each select="$all/t:review/t:board[not(. = preceding::t:board)]">
            <p class="owner"><xsl:value-of select="."/></p>
          </xsl:for-each>
          <dl class="facts">
            <xsl:call-template name="fact">
              <xsl:with-param name="term" select="'Date'"/>
              <xsl:with-param name="value" select="@date"/>
            </xsl:call-template>
            <dt>Reviews</dt><dd><xsl:value-of select="count(r:case)"/></dd>
            <dt>For</dt>
            <dd>
              <xsl:for-each select="r:choice[@key = 'recipient/type/chief_executive' or @key = 'recipient/type/leader'
                                    or @key = 'recipient/type/police_commissioner'
                                    or @key = 'recipient/type/health_wellbeing_chair']">
                <xsl:if test="position() &gt; 1">; </xsl:if><xsl:value-of select="@label"/>
              </xsl:for-each>
            </dd>
          </dl>
        </header>
        <main>
          <xsl:call-template name="glance"/>
          <xsl:for-each select="r:case/t:throughline[t:finding]">
            <xsl:sort select="t:review/@year" data-type="number"/>
            <xsl:sort select="t:review/t:title"/>
            <xsl:call-template name="review"/>
          </xsl:for-each>
          <xsl:call-template name="learning-for"><xsl:with-param name="use" select="'early_help'"/></xsl:call-template>
          <xsl:call-template name="learning-for"><xsl:with-param name="use" select="'multi_agency_training'"/></xsl:call-template>
          <xsl:call-template name="progress"/>
          <xsl:if test="$all/t:recommendation">
            <section class="page">
              <h2><xsl:value-of select="key('kind', 'recommendation')/@plural"/></h2>
              <xsl:call-template name="recommendations"><xsl:with-param name="records" select="$all/t:recommendation"/></xsl:call-template>
            </section>
          </xsl:if>
        </main>
        <xsl:call-template name="colophon"/>
      </body>
    </html>
  </xsl:template>

  <xsl:template name="glance">
    <section class="brief">
      <h2>At a glance</h2>
      <p class="lead">
        <xsl:call-template name="amount"><xsl:with-param name="n" select="count($all)"/><xsl:with-param name="one" select="'review'"/></xsl:call-template>
        <xsl:text> led to </xsl:text>
        <xsl:call-template name="amount"><xsl:with-param name="n" select="count($all/t:finding)"/><xsl:with-param name="one" select="'{finding}'"/><xsl:with-param name="many" select="'{findings}'"/></xsl:call-template>,
        <xsl:call-template name="amount"><xsl:with-param name="n" select="count($all/t:response)"/><xsl:with-param name="one" select="'response'"/></xsl:call-template>
        <xsl:text> and </xsl:text>
        <xsl:call-template name="amount"><xsl:with-param name="n" select="count($all/t:action)"/><xsl:with-param name="one" select="'{action}'"/><xsl:with-param name="many" select="'{actions}'"/></xsl:call-template>.
      </p>
      <xsl:if test="$all[not(t:finding)]">
        <p><xsl:call-template name="say"><xsl:with-param name="text" select="'Without a {finding}:'"/></xsl:call-template></p>
        <ul class="plain">
          <xsl:for-each select="$all[not(t:finding)]/t:review"><li><xsl:call-template name="review-title"/></li></xsl:for-each>
        </ul>
      </xsl:if>
      <p class="mark">How many there are says how much was looked at, and nothing of how good or bad the work is.</p>
    </section>
  </xsl:template>

  <xsl:template name="amount">
    <xsl:param name="n"/>
    <xsl:param name="one"/>
    <xsl:param name="many" select="concat($one, 's')"/>
    <xsl:value-of select="concat($n, ' ')"/>
    <xsl:if test="$n = 1"><xsl:call-template name="say"><xsl:with-param name="text" select="$one"/></xsl:call-template></xsl:if>
    <xsl:if test="$n != 1"><xsl:call-template name="say"><xsl:with-param name="text" select="$many"/></xsl:call-template></xsl:if>
  </xsl:template>

  <!-- One review: each finding with what was answered to it. -->
  <xsl:template name="review">
    <section class="page">
      <p class="kicker">
        <xsl:value-of select="key('choice', concat('review/type/', t:review/@type))/@label"/>
        <xsl:if test="t:review/@type and t:review/@year"> · </xsl:if><xsl:value-of select="t:review/@year"/>
      </p>
      <h2><xsl:for-each select="t:review"><xsl:call-template name="review-title"/></xsl:for-each></h2>
      <xsl:for-each select="t:finding">
        <xsl:sort select="@number" data-type="number"/>
        <xsl:variable name="id" select="@id"/>
        <xsl:variable name="questions" select="../t:board_question[@finding = $id]"/>
        <xsl:variable name="responses" select="../t:response[@to-finding = $id or @to-board_question = $questions/@id]"/>
        <xsl:variable name="actions" select="../t:action[@response = $responses/@id]"/>
        <h3><xsl:value-of select="position()"/><xsl:text>. </xsl:text><xsl:call-template name="statement"/></h3>
        <xsl:if test="@certainty"><p class="mark"><xsl:call-template name="certainty"/></p></xsl:if>
        <xsl:for-each select="$responses">
          <xsl:sort select="count(@to-finding)" data-type="number" order="descending"/>
          <xsl:sort select="@id"/>
          <p><strong><xsl:value-of select="key('choice', concat('response/decision/', @decision))/@label"/><xsl:if
            test="not(@decision)">Not decided yet</xsl:if>.</strong><xsl:text> </xsl:text><xsl:value-of select="t:reasons"/></p>
        </xsl:for-each>
        <xsl:if test="not($responses)"><p class="mark">No response recorded yet.</p></xsl:if>
        <xsl:if test="$actions">
          <ul class="plain">
            <xsl:for-each select="$actions">
              <xsl:sort select="@due"/>
              <xsl:sort select="@id"/>
              <li>
                <xsl:value-of select="t:text"/><xsl:if test="not(t:text)"><xsl:call-template name="say"><xsl:with-param name="text" select="'{Action}: the wording has not been released.'"/></xsl:call-template></xsl:if>
                <xsl:if test="@status or @still_happening">
                  <em>
                    <xsl:text> </xsl:text><xsl:value-of select="key('choice', concat('action/status/', @status))/@label"/>
                    <xsl:if test="@status and @still_happening">; </xsl:if>
                    <xsl:if test="@still_happening">what it is to change: <xsl:call-template name="lower"><xsl:with-param name="text"
                      select="key('choice', concat('action/still_happening/', @still_happening))/@label"/></xsl:call-template></xsl:if>
                    <xsl:text>.</xsl:text>
                  </em>
                </xsl:if>
              </li>
            </xsl:for-each>
          </ul>
        </xsl:if>
      </xsl:for-each>
    </section>
  </xsl:template>

  <!-- Findings marked as learning for early help, or for training. -->
  <xsl:template name="learning-for">
    <xsl:param name="use"/>
    <xsl:variable name="findings" select="$all/t:finding[t:learning_for = $use]"/>
    <section>
      <h2><xsl:value-of select="key('choice', concat('finding/learning_for/', $use))/@label"/></h2>
      <p><xsl:value-of select="count($findings)"/> of <xsl:value-of select="count($all/t:finding)"/> findings
        <xsl:choose><xsl:when test="count($findings) = 1">is</xsl:when><xsl:otherwise>are</xsl:otherwise></xsl:choose> marked
        as learning for this.</p>
      <xsl:if test="$findings">
        <ul>
          <xsl:for-each select="$findings">
            <xsl:sort select="@number" data-type="number"/>
            <li><xsl:call-template name="statement"/></li>
          </xsl:for-each>
        </ul>
      </xsl:if>
    </section>
  </xsl:template>

  <xsl:template name="progress">
    <xsl:if test="$all/t:response or $all/t:action">
      <section class="page">
        <h2>What is done about it</h2>
        <xsl:if test="$all/t:response">
          <h3>Decisions</h3>
          <xsl:call-template name="tally">
            <xsl:with-param name="records" select="$all/t:response"/>
            <xsl:with-param name="field" select="'response/decision'"/>
          </xsl:call-template>
        </xsl:if>
        <xsl:if test="$all/t:action">
          <h3>Kinds of change</h3>
          <xsl:call-template name="strengths"><xsl:with-param name="actions" select="$all/t:action"/></xsl:call-template>
          <h3><xsl:call-template name="say"><xsl:with-param name="text" select="'How far the {actions} are'"/></xsl:call-template></h3>
          <xsl:call-template name="tally">
            <xsl:with-param name="records" select="$all/t:action"/>
            <xsl:with-param name="field" select="'action/status'"/>
          </xsl:call-template>
          <h3>Is it still happening?</h3>
          <xsl:call-template name="tally">
            <xsl:with-param name="records" select="$all/t:action"/>
            <xsl:with-param name="field" select="'action/still_happening'"/>
          </xsl:call-template>
        </xsl:if>
      </section>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
