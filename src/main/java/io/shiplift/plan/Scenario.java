package io.shiplift.plan;

/**
 * A bill with the choices it is for, and what people call it.
 */
public record Scenario(String name, WhatIf choices, Bill bill) {

}
