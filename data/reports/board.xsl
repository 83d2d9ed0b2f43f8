<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: GPL-3.0-or-later
     The report to the board: what was found comes first, each finding by itself with the why behind it and what is asked
     of the board; how the review was done comes last. -->
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
      <body class="board">
        <xsl:call-template name="cover"><xsl:with-param name="title" select="$title"/></xsl:call-template>
        <main>
          <xsl:call-template name="brief"/>
          <xsl:for-each select="t:finding">
            <xsl:sort select="@number" data-type="number"/>
            <xsl:call-template name="finding"><xsl:with-param name="position" select="position()"/></xsl:call-template>
          </xsl:for-each>
          <xsl:call-template name="answers"/>
          <xsl:if test="t:recommendation">
            <section class="page" id="recommendations">
              <h2><xsl:value-of select="key('kind', 'recommendation')/@plural"/></h2>
              <xsl:call-template name="recommendations"><xsl:with-param name="records" select="t:recommendation"/></xsl:call-template>
            </section>
          </xsl:if>
          <xsl:call-template name="case"/>
          <xsl:call-template name="method"/>
          <xsl:call-template name="looked-for"/>
          <xsl:call-template name="pictures"/>
          <xsl:call-template name="glossary"/>
        </main>
        <xsl:call-template name="colophon"/>
      </body>
    </html>
  </xsl:template>

  <!-- The first page -->

  <xsl:template name="cover">
    <xsl:param name="title"/>
    <header class="cover">
      <p class="kicker first"><xsl:call-template name="term"><xsl:with-param name="key" select="'review'"/></xsl:call-template></p>
      <h1><xsl:value-of select="$title"/></h1>
      <xsl:for-each select="t:review">
        <xsl:if test="t:board"><p class="owner"><xsl:value-of select="t:board"/></p></xsl:if>
        <dl class="facts">
          <xsl:call-template name="fact">
            <xsl:with-param name="term" select="'Date'"/>
            <xsl:with-param name="value" select="$report/@date"/>
          </xsl:call-template>
          <xsl:call-template name="fact">
            <xsl:with-param name="term" select="key('field', 'review/reference')/@label"/>
            <xsl:with-param name="value" select="t:reference"/>
          </xsl:call-template>
          <xsl:call-template name="fact">
            <xsl:with-param name="term" select="key('field', 'review/type')/@label"/>
            <xsl:with-param name="value" select="key('choice', concat('review/type/', @type))/@label"/>
          </xsl:call-template>
          <xsl:call-template name="fact">
            <xsl:with-param name="term" select="key('field', 'review/method')/@label"/>
            <xsl:with-param name="value" select="ancestor::r:case/r:method/@label"/>
          </xsl:call-template>
          <xsl:call-template name="fact">
            <xsl:with-param name="term" select="key('field', 'review/status')/@label"/>
            <xsl:with-param name="value" select="key('choice', concat('review/status/', @status))/@label"/>
          </xsl:call-template>
        </dl>
      </xsl:for-each>
    </header>
  </xsl:template>

  <xsl:template name="brief">
    <section class="brief">
      <xsl:if test="t:review/t:summary">
        <div class="lead">
          <xsl:call-template name="prose"><xsl:with-param name="text" select="t:review/t:summary"/></xsl:call-template>
        </div>
      </xsl:if>
      <h2>What the review found</h2>
      <xsl:if test="not(t:finding)"><p><xsl:call-template name="say"><xsl:with-param name="text" select="'No {finding} has been written yet.'"/></xsl:call-template></p></xsl:if>
      <ol class="findings">
        <xsl:for-each select="t:finding">
          <xsl:sort select="@number" data-type="number"/>
          <li><a href="#finding-{position()}"><xsl:call-template name="statement"/></a></li>
        </xsl:for-each>
      </ol>
    </section>
  </xsl:template>

  <!-- A finding -->

  <xsl:template name="finding">
    <xsl:param name="position"/>
    <section class="finding page" id="finding-{$position}">
      <p class="kicker"><xsl:value-of select="key('choice', 'finding/fullness/full')/@label"/><xsl:text> </xsl:text><xsl:value-of
        select="$position"/><xsl:if test="@category or @fullness = 'indicative'"> · <xsl:call-template name="finding-marks"/></xsl:if></p>
      <h2><xsl:call-template name="statement"/></h2>
      <xsl:call-template name="four-questions"/>
      <xsl:call-template name="questions"/>
      <xsl:call-template name="figure"><xsl:with-param name="position" select="$position"/></xsl:call-template>
      <xsl:call-template name="response"/>
      <xsl:call-template name="length"/>
    </section>
  </xsl:template>

  <xsl:template name="question-asked">
    <xsl:param name="field"/>
    <xsl:variable name="text" select="*[local-name() = $field]"/>
    <xsl:if test="$text">
      <h3><xsl:value-of select="key('field', concat('finding/', $field))/@label"/></h3>
      <xsl:call-template name="prose"><xsl:with-param name="text" select="$text"/></xsl:call-template>
    </xsl:if>
  </xsl:template>

  <xsl:template name="four-questions">
    <xsl:if test="@certainty">
      <p class="mark"><xsl:call-template name="certainty"/></p>
    </xsl:if>
    <xsl:call-template name="question-asked"><xsl:with-param name="field" select="'in_case'"/></xsl:call-template>
    <xsl:call-template name="question-asked"><xsl:with-param name="field" select="'underlying'"/></xsl:call-template>
    <xsl:if test="t:prevalence or t:prevalence_basis">
      <h3><xsl:value-of select="key('field', 'finding/prevalence')/@label"/></h3>
      <xsl:call-template name="prose"><xsl:with-param name="text" select="t:prevalence"/></xsl:call-template>
      <xsl:if test="t:prevalence_basis">
        <p class="mark"><xsl:value-of select="key('field', 'finding/prevalence_basis')/@label"/><xsl:text> </xsl:text>
          <xsl:for-each select="t:prevalence_basis">
            <xsl:if test="position() &gt; 1">; </xsl:if>
            <xsl:value-of select="key('choice', concat('finding/prevalence_basis/', .))/@label"/>
          </xsl:for-each>.</p>
      </xsl:if>
    </xsl:if>
    <xsl:call-template name="local-figures"/>
    <xsl:call-template name="question-asked"><xsl:with-param name="field" select="'reliability'"/></xsl:call-template>
  </xsl:template>

  <!-- Recommendation 4 of the Munro Review: a figure comes with its base, its period, its source and its caveat. -->
  <xsl:template name="local-figures">
    <xsl:variable name="id" select="@id"/>
    <xsl:variable name="figures" select="../t:figure[t:for_findings/@ref = $id or t:against_findings/@ref = $id]"/>
    <xsl:if test="$figures">
      <h4><xsl:value-of select="key('kind', 'figure')/@plural"/></h4>
      <ul class="plain">
        <xsl:for-each select="$figures">
          <li>
            <xsl:value-of select="t:label"/>
            <xsl:if test="t:value">: <strong><xsl:value-of select="t:value"/></strong></xsl:if>
            <xsl:if test="t:base">, out of <xsl:value-of select="t:base"/></xsl:if>
            <xsl:if test="t:period">, <xsl:value-of select="t:period"/></xsl:if>
            <xsl:if test="t:source"> (<xsl:value-of select="t:source"/>)</xsl:if>
            <xsl:if test="t:against_findings/@ref = $id"><xsl:call-template name="say"><xsl:with-param name="text" select="'; it speaks against the {finding}'"/></xsl:call-template></xsl:if>
            <xsl:if test="t:caveat">. <em><xsl:value-of select="t:caveat"/></em></xsl:if>
          </li>
        </xsl:for-each>
      </ul>
    </xsl:if>
  </xsl:template>

  <xsl:template name="figure">
    <xsl:param name="position"/>
    <xsl:variable name="figure" select="key('figure', concat(generate-id(ancestor::r:case), @id))"/>
    <xsl:if test="$figure">
      <figure class="why">
        <r:picture finding="{@id}"/>
        <figcaption><xsl:value-of select="$figure/@label"/> Most remote causes at the top. <a href="#picture-{$position}">The
          same in words</a></figcaption>
      </figure>
    </xsl:if>
  </xsl:template>

  <xsl:template name="questions">
    <xsl:variable name="id" select="@id"/>
    <xsl:variable name="questions" select="../t:board_question[@finding = $id]"/>
    <xsl:if test="$questions">
      <div class="ask">
        <h3><xsl:value-of select="key('kind', 'board_question')/@plural"/></h3>
        <ol>
          <xsl:for-each select="$questions">
            <xsl:sort select="@number" data-type="number"/>
            <li><xsl:value-of select="t:text"/><xsl:if test="not(t:text)">Wording not released</xsl:if></li>
          </xsl:for-each>
        </ol>
      </div>
    </xsl:if>
  </xsl:template>

  <!-- Responses to the finding itself come before those to its questions. -->
  <xsl:template name="response">
    <xsl:variable name="id" select="@id"/>
    <xsl:variable name="questions" select="../t:board_question[@finding = $id]"/>
    <xsl:variable name="recommendations" select="../t:recommendation[@finding = $id]"/>
    <xsl:variable name="responses" select="../t:response[@to-finding = $id or @to-board_question = $questions/@id
                                           or @to-recommendation = $recommendations/@id]"/>
    <xsl:variable name="actions" select="../t:action[@response = $responses/@id]"/>
    <h3><xsl:call-template name="term"><xsl:with-param name="key" select="'response'"/></xsl:call-template></h3>
    <xsl:if test="not($responses)"><p class="mark">None recorded yet.</p></xsl:if>
    <xsl:for-each select="$responses">
      <xsl:sort select="count(@to-finding)" data-type="number" order="descending"/>
      <xsl:sort select="key('record', concat(generate-id(ancestor::r:case), @to-board_question))/@number" data-type="number"/>
      <xsl:call-template name="one-response"/>
    </xsl:for-each>
    <xsl:if test="$actions">
      <xsl:call-template name="actions"><xsl:with-param name="actions" select="$actions"/></xsl:call-template>
    </xsl:if>
  </xsl:template>

  <xsl:template name="one-response">
    <xsl:variable name="question" select="key('record', concat(generate-id(ancestor::r:case), @to-board_question))"/>
    <p class="decision">
      <strong>
        <xsl:value-of select="key('choice', concat('response/decision/', @decision))/@label"/>
        <xsl:if test="not(@decision)">Not decided yet</xsl:if>
      </strong>
      <xsl:if test="$question/@number">, in answer to question <xsl:value-of select="count($question/../t:board_question[@finding
        = $question/@finding and @number &lt;= $question/@number])"/></xsl:if>
      <xsl:if test="@date">, <xsl:call-template name="date"><xsl:with-param name="value" select="@date"/></xsl:call-template></xsl:if>
      <xsl:if test="t:owner">. <xsl:value-of select="t:owner"/></xsl:if>
      <xsl:text>.</xsl:text>
    </p>
    <xsl:call-template name="prose"><xsl:with-param name="text" select="t:reasons"/></xsl:call-template>
  </xsl:template>

  <xsl:template name="actions">
    <xsl:param name="actions"/>
    <table class="wide">
      <caption><xsl:call-template name="say"><xsl:with-param name="text" select="'{Actions} that follow'"/></xsl:call-template></caption>
      <thead><tr>
        <th scope="col"><xsl:call-template name="term"><xsl:with-param name="key" select="'action'"/></xsl:call-template></th>
        <th scope="col"><xsl:value-of select="key('field', 'action/strength')/@label"/></th>
        <th scope="col">By whom and when</th>
        <th scope="col"><xsl:value-of select="key('field', 'action/still_happening')/@label"/></th>
      </tr></thead>
      <tbody>
        <xsl:for-each select="$actions">
          <xsl:sort select="@due"/>
          <xsl:sort select="@id"/>
          <tr>
            <td>
              <xsl:value-of select="t:text"/><xsl:if test="not(t:text)">Wording not released</xsl:if>
            </td>
            <td data-label="{key('field', 'action/strength')/@label}">
              <xsl:value-of select="key('choice', concat('action/strength/', @strength))/@label"/>
              <xsl:if test="not(@strength)">Not said</xsl:if>
              <xsl:if test="@level"> (<xsl:call-template name="lower"><xsl:with-param name="text"><xsl:call-template name="entry">
                <xsl:with-param name="vocabulary" select="'level'"/><xsl:with-param name="key" select="@level"/>
              </xsl:call-template></xsl:with-param></xsl:call-template>)</xsl:if>
            </td>
            <td data-label="By whom and when">
              <xsl:value-of select="t:owner"/>
              <xsl:if test="@due"><xsl:if test="t:owner">, </xsl:if><xsl:call-template name="date">
                <xsl:with-param name="value" select="@due"/></xsl:call-template></xsl:if>
              <xsl:if test="@status"><xsl:if test="t:owner or @due">. </xsl:if><xsl:value-of
                select="key('choice', concat('action/status/', @status))/@label"/></xsl:if>
            </td>
            <td data-label="{key('field', 'action/still_happening')/@label}">
              <xsl:value-of select="key('choice', concat('action/still_happening/', @still_happening))/@label"/>
              <xsl:if test="not(@still_happening)">Not said</xsl:if>
              <xsl:if test="@checked_on">, <xsl:call-template name="date">
                <xsl:with-param name="value" select="@checked_on"/></xsl:call-template></xsl:if>
              <xsl:if test="t:evidence">. <xsl:value-of select="t:evidence"/></xsl:if>
            </td>
          </tr>
        </xsl:for-each>
      </tbody>
    </table>
  </xsl:template>

  <!-- How long the finding is, beside the two pages it is meant to take. -->
  <xsl:template name="length">
    <xsl:variable name="id" select="@id"/>
    <p class="note"><xsl:call-template name="say"><xsl:with-param name="text" select="'Length of the {finding}: '"/></xsl:call-template><xsl:value-of select="ancestor::r:case/r:length[@key = $id]/@label"/>.</p>
  </xsl:template>

  <!-- What the board does, over all findings -->

  <xsl:template name="answers">
    <xsl:if test="t:response or t:action">
      <section class="page" id="answers">
        <h2>What is done about it</h2>
        <xsl:if test="t:response">
          <h3>Decisions</h3>
          <xsl:call-template name="tally">
            <xsl:with-param name="records" select="t:response"/>
            <xsl:with-param name="field" select="'response/decision'"/>
          </xsl:call-template>
        </xsl:if>
        <xsl:if test="t:action">
          <h3>Kinds of change</h3>
          <xsl:call-template name="strengths"><xsl:with-param name="actions" select="t:action"/></xsl:call-template>
          <h3><xsl:call-template name="say"><xsl:with-param name="text" select="'How far the {actions} are'"/></xsl:call-template></h3>
          <xsl:call-template name="tally">
            <xsl:with-param name="records" select="t:action"/>
            <xsl:with-param name="field" select="'action/status'"/>
          </xsl:call-template>
          <h3>Is it still happening?</h3>
          <xsl:call-template name="tally">
            <xsl:with-param name="records" select="t:action"/>
            <xsl:with-param name="field" select="'action/still_happening'"/>
          </xsl:call-template>
        </xsl:if>
      </section>
    </xsl:if>
  </xsl:template>

  <!-- The case -->

  <xsl:template name="case">
    <xsl:if test="t:child or t:episode or t:review/t:scope or t:review/t:terms_of_reference">
      <section class="page" id="case">
        <h2>About the case</h2>
        <xsl:if test="t:child">
          <h3>The <xsl:choose><xsl:when test="t:child[2]">children</xsl:when><xsl:otherwise>child</xsl:otherwise></xsl:choose></h3>
          <ul class="plain">
            <xsl:for-each select="t:child">
              <xsl:sort select="t:label"/>
              <li>
                <strong><xsl:value-of select="t:label"/><xsl:if test="not(t:label)">A child</xsl:if></strong>
                <xsl:if test="@age_band">, <xsl:call-template name="lower"><xsl:with-param name="text"
                  select="key('choice', concat('child/age_band/', @age_band))/@label"/></xsl:call-template></xsl:if>
                <xsl:if test="@outcome">. <xsl:value-of select="key('choice', concat('child/outcome/', @outcome))/@label"/></xsl:if>
                <xsl:for-each select="t:circumstances">
                  <xsl:choose><xsl:when test="position() = 1">. </xsl:when><xsl:otherwise>; </xsl:otherwise></xsl:choose>
                  <xsl:value-of select="key('choice', concat('child/circumstances/', .))/@label"/>
                </xsl:for-each>
                <xsl:text>.</xsl:text>
              </li>
            </xsl:for-each>
          </ul>
        </xsl:if>
        <xsl:if test="t:review/t:scope">
          <h3><xsl:value-of select="key('field', 'review/scope')/@label"/></h3>
          <xsl:call-template name="prose"><xsl:with-param name="text" select="t:review/t:scope"/></xsl:call-template>
        </xsl:if>
        <xsl:if test="t:review/t:terms_of_reference">
          <h3><xsl:value-of select="key('field', 'review/terms_of_reference')/@label"/></h3>
          <xsl:call-template name="prose"><xsl:with-param name="text" select="t:review/t:terms_of_reference"/></xsl:call-template>
        </xsl:if>
        <xsl:if test="t:episode[t:title]">
          <h3><xsl:value-of select="key('kind', 'episode')/@plural"/></h3>
          <xsl:for-each select="t:episode[t:title]">
            <xsl:sort select="@start"/>
            <h4><xsl:value-of select="t:title"/></h4>
            <xsl:if test="@start or @normality">
              <p class="mark">
                <xsl:if test="@start"><xsl:call-template name="date"><xsl:with-param name="value" select="@start"/></xsl:call-template></xsl:if>
                <xsl:if test="@finish and @finish != @start"> to <xsl:call-template name="date"><xsl:with-param name="value"
                  select="@finish"/></xsl:call-template></xsl:if>
                <xsl:if test="@normality"><xsl:if test="@start">. </xsl:if><xsl:value-of
                  select="key('choice', concat('episode/normality/', @normality))/@label"/></xsl:if>
                <xsl:text>.</xsl:text>
              </p>
            </xsl:if>
            <xsl:call-template name="prose"><xsl:with-param name="text" select="t:appraisal"/></xsl:call-template>
          </xsl:for-each>
        </xsl:if>
      </section>
    </xsl:if>
  </xsl:template>

  <!-- Appendices -->

  <xsl:template name="method">
    <xsl:variable name="method" select="ancestor::r:case/r:method"/>
    <section class="page" id="method">
      <p class="kicker">Appendix</p>
      <h2>How the review was done</h2>
      <xsl:if test="$method">
        <p><strong><xsl:value-of select="$method/@label"/>.</strong><xsl:text> </xsl:text><xsl:value-of select="$method/@description"/></p>
      </xsl:if>
      <xsl:if test="t:factor">
        <p>The analysis holds <xsl:value-of select="count(t:factor)"/> factors and <xsl:value-of select="count(t:link)"/> links
          between them. Of the links, <xsl:value-of select="count(t:link[@test_answer])"/> of <xsl:value-of select="count(t:link)"/>
          were put to the test: had the cause not been so, would the effect have come about? Of the factors,
          <xsl:value-of select="count(t:factor[@influence = 'helped' or @influence = 'both'])"/> of <xsl:value-of
          select="count(t:factor)"/> helped, wholly or in part.</p>
      </xsl:if>
      <xsl:if test="t:reviewer">
        <h3>Who reviewed</h3>
        <xsl:for-each select="t:reviewer">
          <xsl:sort select="@role = 'lead'" order="descending"/>
          <xsl:sort select="t:label"/>
          <h4><xsl:value-of select="t:label"/><xsl:if test="not(t:label)">A reviewer</xsl:if></h4>
          <dl class="facts">
            <xsl:call-template name="fact">
              <xsl:with-param name="term" select="key('field', 'reviewer/role')/@label"/>
              <xsl:with-param name="value" select="key('choice', concat('reviewer/role/', @role))/@label"/>
            </xsl:call-template>
            <xsl:call-template name="fact">
              <xsl:with-param name="term" select="key('field', 'reviewer/accrediting_body')/@label"/>
              <xsl:with-param name="value" select="t:accrediting_body"/>
            </xsl:call-template>
            <xsl:call-template name="fact">
              <xsl:with-param name="term" select="key('field', 'reviewer/methods')/@label"/>
              <xsl:with-param name="value" select="t:methods"/>
            </xsl:call-template>
            <xsl:call-template name="fact">
              <xsl:with-param name="term" select="key('field', 'reviewer/valid_until')/@label"/>
              <xsl:with-param name="value" select="key('date', @valid_until)/@label"/>
            </xsl:call-template>
            <xsl:call-template name="fact">
              <xsl:with-param name="term" select="key('field', 'reviewer/independence')/@label"/>
              <xsl:with-param name="value" select="t:independence"/>
            </xsl:call-template>
          </dl>
        </xsl:for-each>
      </xsl:if>
      <xsl:call-template name="sources"/>
    </section>
  </xsl:template>

  <!-- In general terms: what a source says, and what it is called, stays with the reviewers. -->
  <xsl:template name="sources">
    <h3>What it rests on</h3>
    <p>The reviewers’ sources, such as records, conversations, policies and data, stay with them. In this report appear
      <xsl:value-of select="count(t:agency)"/><xsl:choose><xsl:when test="count(t:agency) = 1"> agency</xsl:when><xsl:otherwise> agencies</xsl:otherwise></xsl:choose>
      <xsl:if test="t:agency[t:label]"> (<xsl:for-each select="t:agency[t:label]"><xsl:sort select="t:label"/><xsl:call-template
        name="and"><xsl:with-param name="position" select="position()"/><xsl:with-param name="last" select="last()"/></xsl:call-template><xsl:value-of
        select="t:label"/></xsl:for-each>)</xsl:if> and <xsl:value-of select="count(t:role)"/><xsl:choose><xsl:when
        test="count(t:role) = 1"> person</xsl:when><xsl:otherwise> people</xsl:otherwise></xsl:choose>, each by role.</p>
    <xsl:if test="t:finding/t:prevalence_basis">
      <p><xsl:call-template name="say"><xsl:with-param name="text" select="'How widespread each {finding} is, was judged from:'"/></xsl:call-template></p>
      <xsl:variable name="findings" select="t:finding"/>
      <ul class="plain">
        <xsl:for-each select="$report/r:choice[starts-with(@key, 'finding/prevalence_basis/')]">
          <xsl:variable name="key" select="substring-after(@key, 'prevalence_basis/')"/>
          <xsl:variable name="n" select="count($findings[t:prevalence_basis = $key])"/>
          <xsl:if test="$n">
            <li><xsl:value-of select="@label"/>: <xsl:value-of select="$n"/> of <xsl:value-of select="count($findings)"/></li>
          </xsl:if>
        </xsl:for-each>
      </ul>
    </xsl:if>
  </xsl:template>

  <xsl:template name="looked-for">
    <xsl:if test="t:tag[@code] or t:considered">
      <xsl:variable name="case" select="."/>
      <section class="page" id="looked-for">
        <p class="kicker">Appendix</p>
        <h2>What was looked for</h2>
        <p>Problems of the typology that were looked for in this case: how often each was found, and which were looked for
          and not found. What is not listed was not looked for; nothing follows from its absence.</p>
        <xsl:variable name="found" select="ancestor::r:case/r:code[@key = $case/t:tag/@code]"/>
        <xsl:variable name="not-found" select="ancestor::r:case/r:code[@key = $case/t:considered/@code
                                                                       and not(@key = $case/t:tag/@code)]"/>
        <xsl:if test="$found">
          <table>
            <caption>Found</caption>
            <thead><tr><th scope="col">Code</th><th scope="col">Problem</th><th scope="col">Tags</th></tr></thead>
            <tbody>
              <xsl:for-each select="$found">
                <xsl:sort select="@key"/>
                <xsl:variable name="key" select="@key"/>
                <tr>
                  <td><xsl:value-of select="substring-after(@key, ':')"/></td>
                  <th scope="row"><xsl:value-of select="@label"/></th>
                  <td><xsl:value-of select="count($case/t:tag[@code = $key])"/></td>
                </tr>
              </xsl:for-each>
            </tbody>
          </table>
        </xsl:if>
        <xsl:if test="$not-found">
          <h3>Looked for and not found</h3>
          <ul class="plain">
            <xsl:for-each select="$not-found">
              <xsl:sort select="@key"/>
              <li><xsl:value-of select="substring-after(@key, ':')"/><xsl:text> </xsl:text><xsl:value-of select="@label"/></li>
            </xsl:for-each>
          </ul>
        </xsl:if>
      </section>
    </xsl:if>
  </xsl:template>

  <xsl:template name="pictures">
    <xsl:if test="ancestor::r:case/r:figure">
      <section class="page" id="pictures">
        <p class="kicker">Appendix</p>
        <h2>The pictures in words</h2>
        <xsl:for-each select="t:finding">
          <xsl:sort select="@number" data-type="number"/>
          <xsl:variable name="figure" select="key('figure', concat(generate-id(ancestor::r:case), @id))"/>
          <xsl:if test="$figure">
            <h3 id="picture-{position()}"><xsl:value-of select="key('choice', 'finding/fullness/full')/@label"/><xsl:text> </xsl:text><xsl:value-of
              select="position()"/></h3>
            <ul class="small">
              <xsl:for-each select="$figure/r:sentence"><li><xsl:value-of select="."/></li></xsl:for-each>
            </ul>
          </xsl:if>
        </xsl:for-each>
      </section>
    </xsl:if>
  </xsl:template>

  <xsl:template name="glossary">
    <xsl:if test="t:acronym[t:short and t:long]">
      <section id="glossary">
        <h2><xsl:value-of select="key('kind', 'acronym')/@plural"/></h2>
        <dl class="glossary">
          <xsl:for-each select="t:acronym[t:short and t:long]">
            <xsl:sort select="t:short"/>
            <dt><xsl:value-of select="t:short"/></dt>
            <dd><xsl:value-of select="t:long"/></dd>
          </xsl:for-each>
        </dl>
      </section>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
