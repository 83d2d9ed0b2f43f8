<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: GPL-3.0-or-later
     What the reports share: what keys are called, and the parts that stand in more than one of them.
     To change a report, put a file of the same name into throughline/reports/ in your data folder. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:r="urn:throughline:report:1"
                xmlns:t="urn:throughline:review:1"
                exclude-result-prefixes="t">
  <xsl:output method="xml" encoding="UTF-8"/>

  <xsl:key name="term" match="r:term" use="@key"/>
  <xsl:key name="kind" match="r:kind" use="@key"/>
  <xsl:key name="field" match="r:field" use="@key"/>
  <xsl:key name="choice" match="r:choice" use="@key"/>
  <xsl:key name="entry" match="r:entry" use="concat(generate-id(ancestor::r:case), @key)"/>
  <xsl:key name="code" match="r:code" use="@key"/>
  <xsl:key name="date" match="r:date" use="@key"/>
  <xsl:key name="record" match="t:throughline/*" use="concat(generate-id(ancestor::r:case), @id)"/>
  <xsl:key name="figure" match="r:figure" use="concat(generate-id(ancestor::r:case), @finding)"/>

  <xsl:variable name="report" select="/r:report"/>

  <!-- Words for keys -->

  <xsl:template name="term">
    <xsl:param name="key"/>
    <xsl:value-of select="key('term', $key)/@label"/>
  </xsl:template>

  <!-- A sentence of ours in which terms stand by their keys in braces; a key with a capital begins a sentence. -->
  <xsl:template name="say">
    <xsl:param name="text"/>
    <xsl:variable name="name" select="substring-before(substring-after($text, '{'), '}')"/>
    <xsl:variable name="key"><xsl:call-template name="lower"><xsl:with-param name="text" select="$name"/></xsl:call-template></xsl:variable>
    <xsl:choose>
      <xsl:when test="$name = ''"><xsl:value-of select="$text"/></xsl:when>
      <xsl:otherwise>
        <xsl:value-of select="substring-before($text, '{')"/>
        <xsl:if test="$name != $key"><xsl:value-of select="key('term', $key)/@label"/></xsl:if>
        <xsl:if test="$name = $key"><xsl:call-template name="lower"><xsl:with-param name="text" select="key('term', $key)/@label"/></xsl:call-template></xsl:if>
        <xsl:call-template name="say"><xsl:with-param name="text" select="substring-after($text, '}')"/></xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="choice">
    <xsl:param name="key"/>
    <xsl:value-of select="key('choice', $key)/@label"/>
  </xsl:template>

  <!-- A title of the method pack, such as of a level; the key itself where the pack has none. -->
  <xsl:template name="entry">
    <xsl:param name="vocabulary"/>
    <xsl:param name="key"/>
    <xsl:variable name="entry" select="key('entry', concat(generate-id(ancestor::r:case), $vocabulary, '/', $key))"/>
    <xsl:value-of select="$entry/@label"/>
    <xsl:if test="not($entry)"><xsl:value-of select="$key"/></xsl:if>
  </xsl:template>

  <!-- A date in words; where only its distance leaves, that. -->
  <xsl:template name="date">
    <xsl:param name="value"/>
    <xsl:choose>
      <xsl:when test="key('date', $value)"><xsl:value-of select="key('date', $value)/@label"/></xsl:when>
      <xsl:when test="number($value) = 0">the month of the event reviewed</xsl:when>
      <xsl:when test="number($value) = 1">1 month after the event reviewed</xsl:when>
      <xsl:when test="number($value) = -1">1 month before the event reviewed</xsl:when>
      <xsl:when test="number($value) &gt; 0"><xsl:value-of select="$value"/> months after the event reviewed</xsl:when>
      <xsl:when test="number($value) &lt; 0"><xsl:value-of select="-number($value)"/> months before the event reviewed</xsl:when>
      <xsl:otherwise><xsl:value-of select="$value"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- "a, b and c" of the titles of nodes -->
  <xsl:template name="and">
    <xsl:param name="position"/>
    <xsl:param name="last"/>
    <xsl:choose>
      <xsl:when test="$position = 1"/>
      <xsl:when test="$position = $last"> and </xsl:when>
      <xsl:otherwise>, </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- A text in paragraphs; nothing for one that has not left. -->
  <xsl:template name="prose">
    <xsl:param name="text"/>
    <xsl:param name="class"/>
    <xsl:if test="string($text)">
      <r:text>
        <xsl:if test="$class"><xsl:attribute name="class"><xsl:value-of select="$class"/></xsl:attribute></xsl:if>
        <xsl:value-of select="$text"/>
      </r:text>
    </xsl:if>
  </xsl:template>

  <!-- A term and what is said of it, where anything is. -->
  <xsl:template name="fact">
    <xsl:param name="term"/>
    <xsl:param name="value"/>
    <xsl:if test="string($value)">
      <dt><xsl:value-of select="$term"/></dt>
      <dd><xsl:value-of select="$value"/></dd>
    </xsl:if>
  </xsl:template>

  <!-- The page -->

  <xsl:template name="head">
    <xsl:param name="title"/>
    <head>
      <meta charset="UTF-8"/>
      <meta name="viewport" content="width=device-width, initial-scale=1"/>
      <title><xsl:value-of select="$title"/></title>
      <style/>
    </head>
  </xsl:template>

  <xsl:template name="review-title">
    <xsl:choose>
      <xsl:when test="t:title"><xsl:value-of select="t:title"/></xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="term"><xsl:with-param name="key" select="'review'"/></xsl:call-template>
        <xsl:if test="@region">, <xsl:call-template name="choice">
          <xsl:with-param name="key" select="concat('review/region/', @region)"/></xsl:call-template></xsl:if>
        <xsl:if test="@year">, <xsl:value-of select="@year"/></xsl:if>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="statement">
    <xsl:choose>
      <xsl:when test="t:statement"><xsl:value-of select="t:statement"/></xsl:when>
      <xsl:when test="@category"><xsl:call-template name="say"><xsl:with-param name="text" select="'A {finding} about '"/></xsl:call-template><xsl:call-template name="lower"><xsl:with-param name="text">
        <xsl:call-template name="entry">
          <xsl:with-param name="vocabulary" select="'pattern_category'"/>
          <xsl:with-param name="key" select="@category"/>
        </xsl:call-template></xsl:with-param></xsl:call-template>, the wording of which has not been released</xsl:when>
      <xsl:otherwise><xsl:call-template name="say"><xsl:with-param name="text" select="'A {finding} the wording of which has not been released'"/></xsl:call-template></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Findings that are there and may not be read, once for all of them. -->
  <xsl:template name="unreleased">
    <xsl:variable name="n" select="count(t:finding[not(t:statement)])"/>
    <xsl:if test="$n">
      <p class="mark">
        <xsl:choose>
          <xsl:when test="$n = 1 and t:finding[t:statement]"><xsl:call-template name="say"><xsl:with-param name="text" select="'One more {finding} has not been released.'"/></xsl:call-template></xsl:when>
          <xsl:when test="$n = 1"><xsl:call-template name="say"><xsl:with-param name="text" select="'The one {finding} has not been released.'"/></xsl:call-template></xsl:when>
          <xsl:when test="t:finding[t:statement]"><xsl:value-of select="$n"/><xsl:call-template name="say"><xsl:with-param name="text" select="' more {findings} have not been released.'"/></xsl:call-template></xsl:when>
          <xsl:otherwise>The <xsl:value-of select="$n"/><xsl:call-template name="say"><xsl:with-param name="text" select="' {findings} have not been released.'"/></xsl:call-template></xsl:otherwise>
        </xsl:choose>
      </p>
    </xsl:if>
  </xsl:template>

  <!-- The first letter small, for a label within a sentence. -->
  <xsl:template name="lower">
    <xsl:param name="text"/>
    <xsl:value-of select="concat(translate(substring($text, 1, 1), 'ABCDEFGHIJKLMNOPQRSTUVWXYZ',
                                 'abcdefghijklmnopqrstuvwxyz'), substring($text, 2))"/>
  </xsl:template>

  <!-- "Working together on incidents · Finding · Probable" -->
  <xsl:template name="finding-marks">
    <xsl:if test="@category">
      <xsl:call-template name="entry">
        <xsl:with-param name="vocabulary" select="'pattern_category'"/>
        <xsl:with-param name="key" select="@category"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:if test="@fullness = 'indicative'">
      <xsl:if test="@category"> · </xsl:if>
      <xsl:call-template name="choice"><xsl:with-param name="key" select="'finding/fullness/indicative'"/></xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- What the reviewers are ready to say of how sure they are. -->
  <xsl:template name="certainty">
    <xsl:choose>
      <xsl:when test="@certainty = 'certain'">The reviewers hold this for certain.</xsl:when>
      <xsl:when test="@certainty = 'probable'">The reviewers hold this for probable.</xsl:when>
      <xsl:when test="@certainty = 'possible'">The reviewers hold this for possible, and no more.</xsl:when>
      <xsl:when test="@certainty = 'unknown'">How certain this is, is not known.</xsl:when>
    </xsl:choose>
  </xsl:template>

  <!-- What actions are made of, in words, of all of $actions: from what tends to change least to what tends to change
       most; a spread, never a score. -->
  <xsl:template name="strengths">
    <xsl:param name="actions"/>
    <xsl:variable name="n" select="count($actions)"/>
    <table>
      <caption><xsl:call-template name="say"><xsl:with-param name="text" select="'What kinds of change the {actions} are,'"/></xsl:call-template> from what tends to change least to what tends to change most. This is
        a spread and not a score.</caption>
      <thead><tr>
        <th scope="col"><xsl:value-of select="key('field', 'action/strength')/@label"/></th>
        <th scope="col"><xsl:call-template name="say"><xsl:with-param name="text" select="'{Actions}'"/></xsl:call-template></th>
      </tr></thead>
      <tbody>
        <xsl:for-each select="$report/r:choice[starts-with(@key, 'action/strength/')]">
          <xsl:variable name="strength" select="substring-after(@key, 'action/strength/')"/>
          <tr>
            <th scope="row"><xsl:value-of select="@label"/></th>
            <td><xsl:value-of select="count($actions[@strength = $strength])"/> of <xsl:value-of select="$n"/></td>
          </tr>
        </xsl:for-each>
        <xsl:if test="$actions[not(@strength)]">
          <tr>
            <th scope="row">Not said</th>
            <td><xsl:value-of select="count($actions[not(@strength)])"/> of <xsl:value-of select="$n"/></td>
          </tr>
        </xsl:if>
      </tbody>
    </table>
  </xsl:template>

  <!-- "Still happening: 1 of 6; …" -->
  <xsl:template name="tally">
    <xsl:param name="records"/>
    <xsl:param name="field"/>
    <xsl:variable name="n" select="count($records)"/>
    <ul class="plain">
      <xsl:for-each select="$report/r:choice[starts-with(@key, concat($field, '/'))]">
        <xsl:variable name="key" select="substring-after(@key, concat($field, '/'))"/>
        <xsl:variable name="here" select="count($records[@*[name() = substring-after($field, '/')] = $key])"/>
        <xsl:if test="$here">
          <li><xsl:value-of select="@label"/>: <xsl:value-of select="$here"/> of <xsl:value-of select="$n"/></li>
        </xsl:if>
      </xsl:for-each>
      <xsl:variable name="unsaid" select="count($records[not(@*[name() = substring-after($field, '/')])])"/>
      <xsl:if test="$unsaid">
        <li>Not said: <xsl:value-of select="$unsaid"/> of <xsl:value-of select="$n"/></li>
      </xsl:if>
    </ul>
  </xsl:template>

  <xsl:template name="recommendations">
    <xsl:param name="records"/>
    <table class="wide">
      <caption>Recommendations, how each was answered at first and since, and by when it was to be done.</caption>
      <thead><tr>
        <th scope="col">No.</th>
        <th scope="col"><xsl:value-of select="key('kind', 'recommendation')/@label"/></th>
        <th scope="col">Response</th>
        <th scope="col">Timescale</th>
      </tr></thead>
      <tbody>
        <xsl:for-each select="$records">
          <xsl:sort select="@number" data-type="number"/>
          <tr>
            <th scope="row"><xsl:value-of select="@number"/></th>
            <td><xsl:value-of select="t:text"/><xsl:if test="not(t:text)">Wording not released</xsl:if></td>
            <td data-label="Response">
              <xsl:call-template name="first-and-now">
                <xsl:with-param name="first"><xsl:call-template name="choice"><xsl:with-param name="key"
                  select="concat('recommendation/first_decision/', @first_decision)"/></xsl:call-template></xsl:with-param>
                <xsl:with-param name="now"><xsl:call-template name="choice"><xsl:with-param name="key"
                  select="concat('recommendation/decision/', @decision)"/></xsl:call-template></xsl:with-param>
              </xsl:call-template>
            </td>
            <td data-label="Timescale">
              <xsl:call-template name="first-and-now">
                <xsl:with-param name="first">
                  <xsl:call-template name="timescale">
                    <xsl:with-param name="text" select="t:first_timescale"/>
                    <xsl:with-param name="date" select="@first_due"/>
                  </xsl:call-template>
                </xsl:with-param>
                <xsl:with-param name="now">
                  <xsl:call-template name="timescale">
                    <xsl:with-param name="text" select="t:timescale"/>
                    <xsl:with-param name="date" select="@due"/>
                  </xsl:call-template>
                </xsl:with-param>
              </xsl:call-template>
            </td>
          </tr>
        </xsl:for-each>
      </tbody>
    </table>
  </xsl:template>

  <xsl:template name="timescale">
    <xsl:param name="text"/>
    <xsl:param name="date"/>
    <xsl:value-of select="$text"/>
    <xsl:if test="not(string($text)) and $date">
      <xsl:call-template name="date"><xsl:with-param name="value" select="$date"/></xsl:call-template>
    </xsl:if>
  </xsl:template>

  <xsl:template name="first-and-now">
    <xsl:param name="first"/>
    <xsl:param name="now"/>
    <xsl:choose>
      <xsl:when test="string($first) and string($now) and string($first) != string($now)">At first: <xsl:value-of
        select="$first"/>. Now: <xsl:value-of select="$now"/>.</xsl:when>
      <xsl:when test="string($now)"><xsl:value-of select="$now"/></xsl:when>
      <xsl:when test="string($first)"><xsl:value-of select="$first"/></xsl:when>
      <xsl:otherwise>Not said</xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Where the text comes from, at the end of every report. -->
  <xsl:template name="colophon">
    <footer>
      <p class="note">Made from the records of the review<xsl:if test="$report/r:case[2]">s</xsl:if>, as they leave for the
        tier “<xsl:value-of select="$report/@tier"/>”<xsl:for-each select="$report/r:case[1][not($report/r:case[2])]/t:throughline/t:review/@revision">,
        revision <xsl:value-of select="."/></xsl:for-each>. All reports of a review are made from the same records, so that they
        cannot disagree. Nobody in it is graded or ranked, and a number says how many were looked at.</p>
    </footer>
  </xsl:template>
</xsl:stylesheet>
