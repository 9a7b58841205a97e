package io.shiplift.practice;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;

/**
 * Marks a component of the practice world, which {@code shiplift.practice.enabled=false}
 * switches off as a whole.
 */
@Target({ ElementType.TYPE, ElementType.METHOD })
@Retention(RetentionPolicy.RUNTIME)
@ConditionalOnProperty(name = "shiplift.practice.enabled", matchIfMissing = true)
public @interface ConditionalOnPractice {

}
