/**
 * The page of what was found in an AWS account.
 */
@NullMarked
package io.shiplift.survey.web;

import org.jspecify.annotations.NullMarked;
