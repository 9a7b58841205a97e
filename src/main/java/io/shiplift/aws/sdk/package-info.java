/**
 * The real AWS, asked through its SDK, whose types stay in here: how a call gets there,
 * what a refusal means, and the calls that this product needs.
 */
@NullMarked
package io.shiplift.aws.sdk;

import org.jspecify.annotations.NullMarked;
